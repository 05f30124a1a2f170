package venue.domain.market;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import venue.domain.Rounding;

/**
 * What the heavier side pays for keeping a position: {@code rate = clamp(k·skew/scale)}, per
 * notional and interval.
 *
 * @param k rate at a skew of one scale
 * @param cap the highest rate of an interval, either sign
 * @param interval the time a rate is for
 */
public record FundingRule(BigDecimal k, BigDecimal cap, Duration interval) {

  /**
   * The rate at a skew.
   *
   * @param skew users' net position, base; positive: net long, longs pay
   * @param scale base
   * @return per notional and interval, half-even to 12 decimals
   */
  public BigDecimal rate(BigDecimal skew, BigDecimal scale) {
    return k.multiply(skew)
        .divide(scale, Rounding.STATISTIC_SCALE, RoundingMode.HALF_EVEN)
        .min(cap)
        .max(cap.negate());
  }

  /**
   * How far the cumulative funding index {@code F} moves: {@code rate·P·dt/interval}.
   *
   * @return USDT per base unit, half-even to 18 decimals
   */
  public BigDecimal accrued(BigDecimal rate, BigDecimal price, Duration dt) {
    return rate.multiply(price)
        .multiply(BigDecimal.valueOf(dt.toMillis()))
        .divide(
            BigDecimal.valueOf(interval.toMillis()),
            Rounding.FUNDING_SCALE,
            RoundingMode.HALF_EVEN);
  }

  /**
   * What a position pays ({@code q(F − F₀)}; negative: receives), exact, USDT.
   *
   * @param q signed base amount
   * @param index the cumulative index now, {@code F}
   * @param settled the index when the position last settled, {@code F₀}
   */
  public static BigDecimal payment(BigDecimal q, BigDecimal index, BigDecimal settled) {
    return q.multiply(index.subtract(settled));
  }
}
