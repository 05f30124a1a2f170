package venue.domain.futures;

import java.math.BigDecimal;
import venue.domain.Outcome;
import venue.domain.Reason;
import venue.domain.Rounding;
import venue.domain.market.Contract;

/**
 * More margin for an open isolated position, or less. What is taken out must leave it the initial
 * margin of its value, after all it has lost: of entry and closing price the worse counts, and no
 * unrealised profit. Where every order waits for the next tick, margin leaves a position only as it
 * is reduced: whoever knows the next price first would leave a loss behind.
 */
public final class MarginChange {
  private MarginChange() {}

  /**
   * Decides a change.
   *
   * @param change positive: added from what is available, negative: taken out, USDT
   */
  public static Outcome<PositionChange> decide(BigDecimal change, long id, FuturesDesk desk) {
    Position held = desk.position();
    if (change.signum() == 0 || change.scale() > Rounding.CASH_SCALE) {
      return Outcome.refused(
          Reason.INVALID_PARAM_VALUE,
          "change should be an amount other than 0 with at most "
              + Rounding.CASH_SCALE
              + " decimals");
    }
    if (held.isFlat()) {
      return Outcome.refused(
          Reason.POSITION_EMPTY, "contract: there is no position in " + held.market());
    }
    if (held.cross()) {
      return Outcome.refused(
          Reason.POSITION_CROSS_MARGIN,
          "contract: a cross position has no margin of its own; the account's free cash backs it");
    }
    if (!desk.fills()) {
      return Outcome.refused(
          Reason.TOO_BUSY, held.market() + " has no fresh price at the moment; try again");
    }
    if (desk.isDue()) {
      return Outcome.refused(
          Reason.POSITION_IN_LIQUIDATION,
          "the position in " + held.market() + " is due for liquidation");
    }
    Position settled = held.fundingSettled(desk.tick().fundingIndex(), desk.fundingChange());
    return (change.signum() > 0 ? addable(change, desk) : removable(change, settled, desk))
        .then(
            allowed ->
                Outcome.done(
                    PositionChange.ofOpen(
                        settled.withMargin(settled.margin().add(change)), id, desk)));
  }

  private static Outcome<BigDecimal> addable(BigDecimal change, FuturesDesk desk) {
    if (!CrossMargin.areFresh(desk.others(), desk.now())) {
      return Outcome.refused(
          Reason.TOO_BUSY,
          "change: a market of the cross positions has no fresh price at the moment; try again");
    }
    return change.compareTo(desk.available()) <= 0
        ? Outcome.done(change)
        : Outcome.refused(
            Reason.INSUFFICIENT_AVAILABLE,
            "change: more than the " + plain(desk.available()) + " USDT available");
  }

  private static Outcome<BigDecimal> removable(
      BigDecimal change, Position settled, FuturesDesk desk) {
    if (desk.market().fill().waits()) {
      return Outcome.refused(
          Reason.REMOVE_TOO_MUCH,
          "change: none can be taken out of an open position in a market in which every order waits");
    }
    BigDecimal least = least(settled, settled.leverage(), desk);
    BigDecimal most = settled.margin().subtract(least).max(BigDecimal.ZERO);
    return change.negate().compareTo(most) <= 0
        ? Outcome.done(change)
        : Outcome.refused(
            Reason.REMOVE_TOO_MUCH, "change: at most " + plain(most) + " USDT can be taken out");
  }

  /**
   * What must stay with a position from which margin is taken: initial margin of the worse of its
   * entry value and its value at the closing price, and what it has lost there, each rounded up,
   * USDT.
   *
   * @param settled the position, funding settled
   * @param leverage at which it is held from then on
   */
  static BigDecimal least(Position settled, int leverage, FuturesDesk desk) {
    Contract contract = desk.market().contract();
    BigDecimal price = desk.closingPrice();
    BigDecimal value =
        settled.cost().abs().max(contract.base(Math.abs(settled.size())).multiply(price));
    BigDecimal loss =
        Rounding.userPays(settled.unrealised(contract, price).min(BigDecimal.ZERO).negate());
    return Position.initialMargin(value, leverage, contract.takerFeeRate()).add(loss);
  }

  private static String plain(BigDecimal amount) {
    return amount.max(BigDecimal.ZERO).stripTrailingZeros().toPlainString();
  }
}
