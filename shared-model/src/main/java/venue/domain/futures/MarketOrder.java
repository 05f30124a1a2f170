package venue.domain.futures;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import venue.domain.Outcome;
import venue.domain.Reason;
import venue.domain.Rounding;
import venue.domain.account.Account;
import venue.domain.account.JournalEntry;
import venue.domain.house.HouseShard;
import venue.domain.house.Settlement;
import venue.domain.market.Contract;
import venue.domain.market.FillPrice;
import venue.domain.market.Traded;

/**
 * An order that meets the market, against the house: funding is settled, what reduces the position
 * is realised, what opens takes margin. It fills whole or is refused.
 */
public final class MarketOrder {
  private final FuturesDesk desk;
  private final FuturesOrder order;
  private final Accepted accepted;
  private final boolean rested;
  private final Contract contract;

  private MarketOrder(FuturesDesk desk, FuturesOrder order, Accepted accepted, boolean rested) {
    this.desk = desk;
    this.order = order;
    this.accepted = accepted;
    this.rested = rested;
    this.contract = desk.market().contract();
  }

  /**
   * Decides an order that comes now.
   *
   * @param id of the order, should it fill
   */
  public static Outcome<FuturesExecution> execute(FuturesOrder order, long id, FuturesDesk desk) {
    return execute(order, new Accepted(id, desk.now()), id, desk);
  }

  /**
   * Decides an order that is to fill now.
   *
   * @param accepted when it came, which may be earlier
   * @param id of the trade, should it fill
   * @param desk without what was set aside for the order
   */
  public static Outcome<FuturesExecution> execute(
      FuturesOrder order, Accepted accepted, long id, FuturesDesk desk) {
    if (!desk.fills()) {
      return Outcome.refused(
          Reason.TOO_BUSY, order.market() + " has no fresh price at the moment; try again");
    }
    return desk.isDue()
        ? Outcome.refused(
            Reason.POSITION_IN_LIQUIDATION,
            "the position in " + order.market() + " is due for liquidation")
        : decide(order, id, accepted, desk, false);
  }

  /**
   * Decides an order that rested, at the good tick that lets it fill, even if the position is due
   * at it: reducing comes first. What it opens has had its margin set aside since other markets'
   * prices were fresh, so that they need not be now.
   *
   * @param id of the trade, should it fill
   * @param desk without what was set aside for the order
   */
  public static Outcome<FuturesExecution> rested(
      FuturesOrder order, Accepted accepted, long id, FuturesDesk desk) {
    return decide(order, id, accepted, desk, true);
  }

  private static Outcome<FuturesExecution> decide(
      FuturesOrder order, long id, Accepted accepted, FuturesDesk desk, boolean rested) {
    return TradeSize.of(order, desk.position(), desk.market().contract())
        .then(size -> new MarketOrder(desk, order, accepted, rested).fill(id, size));
  }

  private Outcome<FuturesExecution> fill(long id, long size) {
    Position held = desk.position();
    boolean opposite = Long.signum(size) == -Long.signum(held.size());
    long reduceBy = opposite ? Math.min(Math.abs(size), Math.abs(held.size())) : 0;
    long open = size - Long.signum(size) * reduceBy;
    FillPrice price = desk.fillPrice(size);

    BigDecimal fundingChange = desk.fundingChange();
    Position settled = held.fundingSettled(desk.tick().fundingIndex(), fundingChange);
    Position reduced = settled.reduced(contract, reduceBy);
    Settlement settlement = settle(settled, reduced, reduceBy, price.price());
    BigDecimal openValue = contract.base(Math.abs(open)).multiply(price.price());
    BigDecimal openFee = fee(openValue);
    Position after = reduced;
    if (open != 0) {
      BigDecimal margin =
          held.cross()
              ? BigDecimal.ZERO
              : Position.initialMargin(openValue, reduced.leverage(), contract.takerFeeRate());
      after = reduced.increased(contract, open, price.price(), margin, desk.tick().fundingIndex());
    }
    BigDecimal feePaid = settlement.fees().add(openFee);
    BigDecimal result = settlement.user().add(settlement.fees());
    boolean opened = held.isFlat() || (open != 0 && reduced.isFlat());
    Realised realised =
        opened
            ? Realised.NONE.plus(BigDecimal.ZERO, BigDecimal.ZERO, openFee.negate())
            : after.realised().plus(result, BigDecimal.ZERO, feePaid.negate());
    after = after.withRealised(realised).touched(desk.tick(), opened);

    BigDecimal userChange = fundingChange.add(settlement.user()).subtract(openFee);
    Account account = accountAfter(userChange, after, size);
    HouseShard shard =
        desk.shard()
            .booked(settlement.house().subtract(fundingChange), feePaid, settlement.insurance())
            .withExposure(
                desk.shard().exposure().replaced(held, after, contract.quantoMultiplier()))
            .withTrade(Traded.of(contract, size, price.price()));
    JournalEntry entry =
        new JournalEntry(
            id, desk.now(), List.of(desk.account().posting(account), desk.shard().posting(shard)));
    FuturesFill fill =
        new FuturesFill(
            id,
            accepted,
            account.number(),
            order,
            size,
            price,
            desk.tick().sequence(),
            feePaid,
            result,
            fundingChange,
            closing(settled, reduced, settlement),
            desk.now(),
            entry);
    FuturesExecution execution = new FuturesExecution(account, after, shard, fill);
    return open == 0
        ? Outcome.done(execution)
        : new AddedRisk(desk, rested).allows(execution, open);
  }

  private Settlement settle(Position before, Position after, long by, BigDecimal price) {
    BigDecimal closed = contract.base(Long.signum(before.size()) * by);
    BigDecimal proceeds = closed.multiply(price);
    BigDecimal costRemoved = before.cost().subtract(after.cost());
    BigDecimal result = Rounding.userChange(proceeds.subtract(costRemoved));
    BigDecimal fee = fee(proceeds.abs());
    return Settlement.of(
        result, fee, atStake(before, after, fee.subtract(result)), desk.shard().insurance());
  }

  private Optional<ClosedPosition> closing(
      Position settled, Position reduced, Settlement settlement) {
    if (settled.isFlat() || !reduced.isFlat()) {
      return Optional.empty();
    }
    Realised realised =
        settled
            .realised()
            .plus(
                settlement.user().add(settlement.fees()),
                BigDecimal.ZERO,
                settlement.fees().negate());
    return Optional.of(ClosedPosition.of(settled, realised, contract));
  }

  // A cross position has the account's cash at stake; while others are open they bear the rest.
  private BigDecimal atStake(Position before, Position after, BigDecimal loss) {
    if (!before.cross()) {
      return before.margin().subtract(after.margin());
    }
    BigDecimal cash = desk.account().free().add(desk.fundingChange());
    return after.isFlat() && desk.others().isEmpty() ? cash : cash.max(loss);
  }

  private BigDecimal fee(BigDecimal value) {
    return Rounding.userPays(value.multiply(contract.orderFeeRate()));
  }

  private Account accountAfter(BigDecimal change, Position after, long size) {
    Account account = desk.account();
    Account changed =
        account
            .booked(change)
            .withPositionMargin(
                account.positionMargin().subtract(desk.position().margin()).add(after.margin()))
            .withFills(
                account.fills().with(order.market(), desk.tick().sequence(), contract.base(size)));
    Account boxed = desk.boxed(changed, after);
    return rested ? boxed.unseenAt(desk.tick()) : boxed;
  }
}
