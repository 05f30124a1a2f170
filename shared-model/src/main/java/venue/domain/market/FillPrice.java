package venue.domain.market;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.Instant;
import venue.domain.Rounding;
import venue.domain.statistics.Volatility;

/**
 * The price a trade fills at: {@code P × (1 ± (half spread + staleness + impact))}, always against
 * the trader.
 *
 * @param price the fill price on the contract's price step, rounded against the trader, USDT; a
 *     seller of what is worth less than one step gets 0
 * @param halfSpread per price
 * @param staleness {@code z·σ·√age}, per price
 * @param impact the mean of skew/scale over the trade, never below zero, per price
 */
public record FillPrice(
    BigDecimal price, BigDecimal halfSpread, BigDecimal staleness, BigDecimal impact) {
  private static final BigDecimal TWO = BigDecimal.valueOf(2);

  /**
   * The fill price of a trade.
   *
   * @param q signed base amount of the trade; of 0, as of units without exposure, the price is
   *     {@code P}
   * @param fillsSince the account's own fills since the tick, signed base
   * @param now venue time
   */
  public static FillPrice of(
      Market market, Tick tick, BigDecimal q, BigDecimal fillsSince, Instant now) {
    FillRule rule = market.fill();
    BigDecimal staleness =
        rule.z()
            .multiply(Volatility.deviation(tick.volatility().sigmaNow(), tick.age(now)))
            .setScale(Rounding.STATISTIC_SCALE, RoundingMode.CEILING);
    BigDecimal impact = impact(tick.skew().add(fillsSince), q, rule.skewScale());
    BigDecimal worse = rule.halfSpread().add(staleness).add(impact);
    return new FillPrice(
        against(tick.price(), q.signum(), worse, market.contract().priceStep()),
        rule.halfSpread(),
        staleness,
        impact);
  }

  /**
   * The fill price of a liquidation: half the spread and nothing else makes it worse, USDT.
   *
   * @param size contracts of the trade, signed
   */
  public static BigDecimal ofLiquidation(Market market, Tick tick, long size) {
    return against(
        tick.price(), Long.signum(size), market.fill().halfSpread(), market.contract().priceStep());
  }

  /**
   * The integral mean of skew/scale over a trade, in the trade's direction, never below zero.
   *
   * @param skew before the trade, base
   * @param q signed base amount of the trade
   */
  public static BigDecimal impact(BigDecimal skew, BigDecimal q, BigDecimal scale) {
    BigDecimal mean = skew.add(q.divide(TWO, MathContext.UNLIMITED));
    return mean.multiply(BigDecimal.valueOf(q.signum()))
        .divide(scale, Rounding.STATISTIC_SCALE, RoundingMode.CEILING)
        .max(BigDecimal.ZERO);
  }

  private static BigDecimal against(
      BigDecimal price, int direction, BigDecimal worse, BigDecimal step) {
    BigDecimal exact =
        price.multiply(BigDecimal.ONE.add(worse.multiply(BigDecimal.valueOf(direction))));
    RoundingMode mode = direction > 0 ? RoundingMode.CEILING : RoundingMode.FLOOR;
    BigDecimal steps = exact.max(BigDecimal.ZERO).divide(step, 0, mode);
    return steps.multiply(step);
  }
}
