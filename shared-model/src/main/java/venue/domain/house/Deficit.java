package venue.domain.house;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;
import venue.domain.Rounding;
import venue.domain.Side;
import venue.domain.market.Market;
import venue.domain.market.Tick;

/**
 * That the house's equity is below its floor, and how much must be closed to lift it there. Closing
 * at {@code P} leaves equity as it is and lowers the floor, so the base amount to close is {@code X
 * = |skew| − equity/(floorRate·P)}, in whole contracts rounded up, and never more than users are
 * net: beyond that, risk would grow again. A house that has lost all its equity is not brought to
 * its floor by this, but carries no more risk.
 *
 * @param side that users are net on
 * @param skew users' net position, funds included, signed base
 * @param equity of the house, USDT
 * @param floor that it is below, rounded up, USDT
 * @param contracts to close on that side, positive
 */
public record Deficit(
    Side side, BigDecimal skew, BigDecimal equity, BigDecimal floor, long contracts) {

  /**
   * The deficit of a market at a tick; none if equity is at or above the floor, or if users are net
   * less than a contract.
   *
   * @param skew users' net position, funds included, signed base
   * @param equity of the house at the tick, USDT
   */
  public static Optional<Deficit> of(Market market, Tick tick, BigDecimal skew, BigDecimal equity) {
    BigDecimal floor =
        market
            .solvency()
            .floor(skew, tick.price())
            .setScale(Rounding.CASH_SCALE, RoundingMode.CEILING);
    BigDecimal missing = floor.subtract(equity);
    if (missing.signum() <= 0) {
      return Optional.empty();
    }
    BigDecimal contract = market.contract().quantoMultiplier();
    BigDecimal freed = market.solvency().floor(contract, tick.price());
    BigDecimal wanted = missing.divide(freed, 0, RoundingMode.CEILING);
    BigDecimal most = skew.abs().divide(contract, 0, RoundingMode.DOWN);
    long contracts = wanted.min(most).longValueExact();
    return contracts == 0
        ? Optional.empty()
        : Optional.of(
            new Deficit(
                skew.signum() > 0 ? Side.LONG : Side.SHORT, skew, equity, floor, contracts));
  }
}
