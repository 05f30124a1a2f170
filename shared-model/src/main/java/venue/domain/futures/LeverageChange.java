package venue.domain.futures;

import java.math.BigDecimal;
import java.util.List;
import venue.domain.Outcome;
import venue.domain.Reason;
import venue.domain.account.Account;
import venue.domain.account.JournalEntry;
import venue.domain.house.HouseShard;
import venue.domain.market.Contract;
import venue.domain.market.FillPrice;

/**
 * Another leverage for a position, open or flat. An open position's margin becomes the initial
 * margin of its entry value at the new leverage; where that takes cash out, the position must stand
 * being closed at once.
 *
 * @param entry of the funding settled on the way; without postings for a flat position
 */
public record LeverageChange(
    Account account, Position position, HouseShard shard, JournalEntry entry) {

  /** Decides a change of leverage. */
  public static Outcome<LeverageChange> decide(int leverage, long id, FuturesDesk desk) {
    Contract contract = desk.market().contract();
    if (leverage > contract.leverageMax()) {
      return Outcome.refused(
          Reason.LEVERAGE_TOO_HIGH, "leverage: at most " + contract.leverageMax());
    }
    if (leverage < contract.leverageMin()) {
      return Outcome.refused(
          Reason.LEVERAGE_TOO_LOW, "leverage: at least " + contract.leverageMin());
    }
    return desk.position().isFlat()
        ? Outcome.done(ofFlat(leverage, id, desk))
        : ofOpen(leverage, id, desk);
  }

  private static LeverageChange ofFlat(int leverage, long id, FuturesDesk desk) {
    return new LeverageChange(
        desk.account().touched(),
        desk.position().withLeverage(desk.market().contract(), leverage, BigDecimal.ZERO),
        desk.shard(),
        new JournalEntry(id, desk.now(), List.of()));
  }

  private static Outcome<LeverageChange> ofOpen(int leverage, long id, FuturesDesk desk) {
    Contract contract = desk.market().contract();
    Position held = desk.position();
    if (!desk.tick().fills(desk.now(), desk.market().priceAgeMax())) {
      return Outcome.refused(
          Reason.TOO_BUSY, held.market() + " has no fresh price at the moment; try again");
    }
    if (desk.isDue()) {
      return Outcome.refused(
          Reason.POSITION_IN_LIQUIDATION,
          "the position in " + held.market() + " is due for liquidation");
    }
    BigDecimal price = desk.tick().price();
    BigDecimal notional = contract.base(Math.abs(held.size())).multiply(price);
    if (leverage > contract.tiers().tierOf(notional).leverageMax()) {
      return Outcome.refused(
          Reason.LEVERAGE_TOO_HIGH,
          "leverage: at most "
              + contract.tiers().tierOf(notional).leverageMax()
              + " for a position of this size");
    }
    BigDecimal change = desk.fundingChange();
    Position settled = held.fundingSettled(desk.tick().fundingIndex(), change);
    BigDecimal margin =
        Position.initialMargin(held.cost().abs(), leverage, contract.takerFeeRate());
    Position after = settled.withLeverage(contract, leverage, margin).touched(desk.tick(), false);
    Account account =
        desk.account()
            .booked(change)
            .withPositionMargin(
                desk.account().positionMargin().subtract(held.margin()).add(margin));
    if (account.available().signum() < 0) {
      return Outcome.refused(
          Reason.INSUFFICIENT_AVAILABLE,
          "leverage: the margin at "
              + leverage
              + " exceeds what is available by "
              + account.available().negate().stripTrailingZeros().toPlainString()
              + " USDT");
    }
    boolean takesCashOut = margin.compareTo(settled.margin()) < 0;
    if (takesCashOut && after.isDue(contract, worse(desk), desk.tick().fundingIndex())) {
      return Outcome.refused(
          Reason.LIQUIDATE_IMMEDIATELY,
          "leverage: the position would be due for liquidation at once");
    }
    HouseShard shard =
        desk.shard()
            .booked(change.negate(), BigDecimal.ZERO, BigDecimal.ZERO)
            .withExposure(
                desk.shard().exposure().replaced(held, after, contract.quantoMultiplier()));
    JournalEntry entry =
        new JournalEntry(
            id, desk.now(), List.of(desk.account().posting(account), desk.shard().posting(shard)));
    return Outcome.done(new LeverageChange(account, after, shard, entry));
  }

  private static BigDecimal worse(FuturesDesk desk) {
    Contract contract = desk.market().contract();
    long closing = -desk.position().size();
    BigDecimal fillsSince = desk.account().fills().since(contract.name(), desk.tick().sequence());
    return FillPrice.of(desk.market(), desk.tick(), contract.base(closing), fillsSince, desk.now())
        .price();
  }
}
