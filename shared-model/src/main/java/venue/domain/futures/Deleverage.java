package venue.domain.futures;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import venue.domain.Rounding;
import venue.domain.account.Account;
import venue.domain.account.JournalEntry;
import venue.domain.house.Deficit;
import venue.domain.house.HouseShard;
import venue.domain.market.Contract;

/**
 * The closing of a winning position, whole or in part, because the house's equity is below its
 * floor: at exactly the tick's price, without spread, impact or fee, so that it moves no equity but
 * takes risk off the house. The result goes to the user's free cash, with the margin it frees. All
 * of it is stored together, or nothing.
 */
public record Deleverage(
    Account account, Position position, HouseShard shard, DeleverageFill fill) {

  /**
   * Closes as much of the desk's position as the deficit asks for, at most what nothing hedges.
   *
   * @param deficit at the desk's tick
   * @param most contracts that the account's position on the other side does not hedge, positive
   * @param desk of a position in profit, its account at the desk's tick with nothing due
   */
  public static Deleverage of(
      long id, Deficit deficit, long most, DeleverageFill.Place place, FuturesDesk desk) {
    Contract contract = desk.market().contract();
    Position held = desk.position();
    BigDecimal price = desk.tick().price();
    BigDecimal index = desk.tick().fundingIndex();
    BigDecimal funding = desk.fundingChange();
    long by = Math.min(deficit.contracts(), most);
    long trade = -Long.signum(held.size()) * by;
    Position settled = held.fundingSettled(index, funding);
    Position reduced = settled.reduced(contract, by);
    BigDecimal proceeds = contract.base(-trade).multiply(price);
    BigDecimal result =
        Rounding.userChange(proceeds.subtract(settled.cost().subtract(reduced.cost())));
    Position after =
        reduced
            .withRealised(settled.realised().plus(result, BigDecimal.ZERO, BigDecimal.ZERO))
            .touched(desk.tick(), false);

    Account account = accountAfter(funding.add(result), trade, after, desk);
    HouseShard shard =
        desk.shard()
            .booked(funding.add(result).negate(), BigDecimal.ZERO, BigDecimal.ZERO)
            .withExposure(
                desk.shard().exposure().replaced(held, after, contract.quantoMultiplier()));
    return new Deleverage(
        account,
        after,
        shard,
        new DeleverageFill(
            id,
            account.number(),
            held.market(),
            desk.tick().sequence(),
            price,
            index,
            deficit,
            place,
            held.size(),
            held.entryPrice(contract),
            held.leverage(),
            held.cross(),
            trade,
            result,
            funding,
            after.isFlat()
                ? Optional.of(ClosedPosition.of(settled, after.realised(), contract))
                : Optional.empty(),
            desk.now(),
            new JournalEntry(
                id,
                desk.now(),
                List.of(desk.account().posting(account), desk.shard().posting(shard)))));
  }

  private static Account accountAfter(
      BigDecimal change, long trade, Position after, FuturesDesk desk) {
    Account before = desk.account();
    BigDecimal margin =
        before.positionMargin().subtract(desk.position().margin()).add(after.margin());
    return desk.boxed(
        before
            .booked(change)
            .withPositionMargin(margin)
            .withFills(
                before
                    .fills()
                    .with(
                        desk.market().name(),
                        desk.tick().sequence(),
                        desk.market().contract().base(trade))),
        after);
  }
}
