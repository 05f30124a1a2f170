package venue.domain.futures;

import java.math.BigDecimal;
import venue.domain.Outcome;
import venue.domain.Reason;
import venue.domain.account.Account;
import venue.domain.market.Contract;

/**
 * Another leverage for a position, open or flat. An open position's margin becomes the initial
 * margin of its entry value at the new leverage; where that takes cash out, it takes no more than
 * {@link MarginChange} would at that leverage, so that what has been lost stays backed; where every
 * order waits for the next tick, it takes none out.
 */
public final class LeverageChange {
  private LeverageChange() {}

  /** Decides a change of leverage, the position staying isolated or cross as it is. */
  public static Outcome<PositionChange> decide(int leverage, long id, FuturesDesk desk) {
    return decide(leverage, desk.position().cross(), id, desk);
  }

  /**
   * Decides a change of leverage.
   *
   * @param cross whether the position shares the account's free cash from now on; only a flat one
   *     can change that
   */
  public static Outcome<PositionChange> decide(
      int leverage, boolean cross, long id, FuturesDesk desk) {
    Contract contract = desk.market().contract();
    if (leverage > contract.leverageMax()) {
      return Outcome.refused(
          Reason.LEVERAGE_TOO_HIGH, "leverage: at most " + contract.leverageMax());
    }
    if (leverage < contract.leverageMin()) {
      return Outcome.refused(
          Reason.LEVERAGE_TOO_LOW, "leverage: at least " + contract.leverageMin());
    }
    if (desk.position().isFlat()) {
      Position after = desk.position().withCross(cross, leverage);
      return Outcome.done(PositionChange.ofFlat(after, id, desk));
    }
    return cross == desk.position().cross()
        ? ofOpen(leverage, id, desk)
        : Outcome.refused(
            Reason.POSITION_HOLDING,
            "leverage: close the position before it changes between isolated and cross (0)");
  }

  private static Outcome<PositionChange> ofOpen(int leverage, long id, FuturesDesk desk) {
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
    Position settled = held.fundingSettled(desk.tick().fundingIndex(), desk.fundingChange());
    BigDecimal margin = held.cross() ? BigDecimal.ZERO : margin(settled, leverage, desk);
    PositionChange changed =
        PositionChange.ofOpen(settled.withLeverage(contract, leverage, margin), id, desk);
    Account account = changed.account();
    Position after = changed.position();
    BigDecimal available = CrossMargin.available(account, desk.legs(after));
    boolean takesMore =
        available.compareTo(CrossMargin.available(desk.account(), desk.legs(held))) < 0;
    if (takesMore && !CrossMargin.areFresh(desk.others(), desk.now())) {
      return Outcome.refused(
          Reason.TOO_BUSY,
          "leverage: a market of the cross positions has no fresh price at the moment; try again");
    }
    if (takesMore && available.signum() < 0) {
      return Outcome.refused(
          Reason.INSUFFICIENT_AVAILABLE,
          "leverage: the margin at "
              + leverage
              + " exceeds what is available by "
              + available.negate().stripTrailingZeros().toPlainString()
              + " USDT");
    }
    if (takesMore && CrossMargin.of(account, desk.legs(after)).isDue()) {
      return Outcome.refused(
          Reason.LIQUIDATE_IMMEDIATELY,
          "leverage: the cross positions would be due for liquidation at once");
    }
    return Outcome.done(changed);
  }

  private static BigDecimal margin(Position settled, int leverage, FuturesDesk desk) {
    BigDecimal initial =
        Position.initialMargin(
            settled.cost().abs(), leverage, desk.market().contract().takerFeeRate());
    BigDecimal kept =
        desk.market().fill().waits()
            ? settled.margin()
            : settled.margin().min(MarginChange.least(settled, leverage, desk));
    return initial.max(kept);
  }
}
