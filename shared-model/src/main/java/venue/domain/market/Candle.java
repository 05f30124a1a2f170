package venue.domain.market;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import venue.domain.Rounding;

/**
 * The good ticks of one interval rolled up; where there was none, there is no candle.
 *
 * @param market the market's name
 * @param start of the interval, venue time
 * @param open {@code P} of the first tick, USDT
 * @param high the highest {@code P}, USDT
 * @param low the lowest {@code P}, USDT
 * @param close {@code P} of the last tick, USDT
 * @param fundingBefore {@code F} of the last good tick before the interval, USDT per base unit; 0
 *     before the market's first
 * @param fundingIndex {@code F} of the last tick, USDT per base unit
 * @param fundingRate of the last tick, per notional and funding interval
 * @param openInterest of the last tick: contracts, long and short counted together
 * @param ticks how many there were
 * @param traded between the last good tick before the interval and its last one
 */
public record Candle(
    String market,
    CandleInterval interval,
    Instant start,
    BigDecimal open,
    BigDecimal high,
    BigDecimal low,
    BigDecimal close,
    BigDecimal fundingBefore,
    BigDecimal fundingIndex,
    BigDecimal fundingRate,
    long openInterest,
    long ticks,
    Traded traded) {

  /** When the next candle begins. */
  public Instant end() {
    return interval.after(start, 1);
  }

  /**
   * The candle of an interval made of the candles in it.
   *
   * @param parts of one market and of shorter intervals, all within one candle, oldest first
   * @return none without parts
   */
  public static Optional<Candle> rolledUp(CandleInterval interval, List<Candle> parts) {
    return joined(parts).map(whole -> whole.within(interval));
  }

  /**
   * Candles of one market as one, oldest first; it keeps the interval and start of the first.
   *
   * @return none without candles
   */
  public static Optional<Candle> joined(List<Candle> candles) {
    return candles.stream().reduce(Candle::followedBy);
  }

  /** With a candle after it taken in; it keeps its interval and start. */
  Candle followedBy(Candle later) {
    return new Candle(
        market,
        interval,
        start,
        open,
        high.max(later.high),
        low.min(later.low),
        later.close,
        fundingBefore,
        later.fundingIndex,
        later.fundingRate,
        later.openInterest,
        ticks + later.ticks,
        traded.plus(later.traded));
  }

  private Candle within(CandleInterval longer) {
    return new Candle(
        market,
        longer,
        longer.startOf(start),
        open,
        high,
        low,
        close,
        fundingBefore,
        fundingIndex,
        fundingRate,
        openInterest,
        ticks,
        traded);
  }

  /**
   * What a long position paid for the interval, per notional at its end: {@code (F − F_before) /
   * close}, half-even to 12 decimals; negative: received. Times {@code close} it adds up over
   * candles to all that {@code F} has moved, to the rounding.
   */
  public BigDecimal fundingPaid() {
    return Rounding.shown(fundingIndex.subtract(fundingBefore), close, Rounding.STATISTIC_SCALE);
  }
}
