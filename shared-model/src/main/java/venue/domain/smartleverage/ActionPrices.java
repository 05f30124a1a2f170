package venue.domain.smartleverage;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;
import venue.domain.Rounding;
import venue.domain.market.Market;
import venue.domain.market.Tick;

/**
 * The prices at which a fund acts next if the price goes there at once, USDT, to 12 decimals;
 * volatility, funding and time may move them before.
 *
 * @param cut where leverage is at the upper edge; none if no price brings it there
 * @param raise where leverage is at the lower edge; none if no price brings it there
 * @param wipe a jump to it leaves no more than closing costs; none if no price does
 */
public record ActionPrices(
    Optional<BigDecimal> cut, Optional<BigDecimal> raise, Optional<BigDecimal> wipe) {

  /** Those of a fund at a tick. */
  public static ActionPrices of(Fund fund, Market market, Tick tick) {
    LeveragePolicy policy = market.fund().policy(fund.side());
    BigDecimal target = policy.target(tick.volatility().sigma(), fund.side());
    return new ActionPrices(
        atLeverage(policy.upperEdge(target), fund, tick),
        atLeverage(policy.lowerEdge(target), fund, tick),
        wiping(Rebalance.costRate(market), fund, tick));
  }

  // |q|P' = ℓ(NAV + q(P' − P)), solved for P'.
  private static Optional<BigDecimal> atLeverage(BigDecimal l, Fund fund, Tick tick) {
    BigDecimal q = fund.exposure();
    return positive(l.multiply(behind(fund, tick)), q.abs().subtract(l.multiply(q)));
  }

  // NAV + q(P' − P) = c|q|P', solved for P'.
  private static Optional<BigDecimal> wiping(BigDecimal c, Fund fund, Tick tick) {
    BigDecimal q = fund.exposure();
    return positive(behind(fund, tick).negate(), q.subtract(c.multiply(q.abs())));
  }

  private static BigDecimal behind(Fund fund, Tick tick) {
    return fund.navAt(tick).subtract(fund.exposure().multiply(tick.price()));
  }

  private static Optional<BigDecimal> positive(BigDecimal dividend, BigDecimal divisor) {
    return dividend.signum() == 0 || dividend.signum() != divisor.signum()
        ? Optional.empty()
        : Optional.of(dividend.divide(divisor, Rounding.STATISTIC_SCALE, RoundingMode.HALF_EVEN));
  }
}
