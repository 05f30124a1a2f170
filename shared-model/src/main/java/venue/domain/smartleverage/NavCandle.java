package venue.domain.smartleverage;

import java.math.BigDecimal;
import java.time.Instant;

/**
 * NAV of one unit over an interval, USDT. In the interval of a merge all of it is told in the units
 * after it.
 *
 * @param start of the interval, venue time
 * @param series of the fund: in the interval of a wipe there is a candle of each
 * @param epoch of the units
 */
public record NavCandle(
    Instant start,
    long series,
    long epoch,
    BigDecimal open,
    BigDecimal high,
    BigDecimal low,
    BigDecimal close) {

  /** One value. */
  static NavCandle at(Instant start, Fund fund, BigDecimal nav) {
    return new NavCandle(start, fund.series(), fund.epoch(), nav, nav, nav, nav);
  }

  /** With a later one of the same series taken in. */
  NavCandle followedBy(NavCandle later) {
    long merges = later.epoch - epoch;
    return new NavCandle(
        start,
        series,
        later.epoch,
        UnitMerge.amount(open, merges),
        UnitMerge.amount(high, merges).max(later.high),
        UnitMerge.amount(low, merges).min(later.low),
        later.close);
  }
}
