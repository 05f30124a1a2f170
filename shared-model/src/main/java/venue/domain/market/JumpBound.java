package venue.domain.market;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import venue.domain.Rounding;
import venue.domain.statistics.Volatility;

/**
 * How far a price may move before one tick's word for it is not enough: {@code factor·σ·√time}, at
 * least the floor. So one wick harms nobody.
 *
 * @param factor standard deviations
 * @param floor per price
 */
public record JumpBound(BigDecimal factor, BigDecimal floor) {

  /**
   * Whether a move is within the bound.
   *
   * @param sigma per year
   * @param time since the price it moved from
   */
  public boolean holds(BigDecimal from, BigDecimal to, BigDecimal sigma, Duration time) {
    BigDecimal bound = factor.multiply(Volatility.deviation(sigma, time)).max(floor);
    BigDecimal move =
        to.subtract(from).abs().divide(from, Rounding.STATISTIC_SCALE, RoundingMode.CEILING);
    return move.compareTo(bound) <= 0;
  }
}
