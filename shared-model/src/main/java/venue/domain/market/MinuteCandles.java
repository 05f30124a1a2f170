package venue.domain.market;

import java.util.Optional;

/**
 * What a tick knows of the minutes up to it, so that a minute is rolled up without reading its
 * ticks again.
 *
 * @param closed the candle that came to its end with this tick: the tick is good and the good tick
 *     before it lies in an earlier minute
 * @param running of the last minute that has a good tick up to this tick; none before the first
 */
public record MinuteCandles(Optional<Candle> closed, Optional<Candle> running) {
  /** Before a market's first tick. */
  public static final MinuteCandles NONE = new MinuteCandles(Optional.empty(), Optional.empty());

  /** As of the next tick, which is not good. */
  MinuteCandles skipped() {
    return new MinuteCandles(Optional.empty(), running);
  }

  /**
   * As of the next tick, which is good.
   *
   * @param tick as the candle of its minute, it alone
   */
  MinuteCandles next(Candle tick) {
    Optional<Candle> same = running.filter(candle -> candle.start().equals(tick.start()));
    return same.isPresent()
        ? new MinuteCandles(Optional.empty(), same.map(candle -> candle.followedBy(tick)))
        : new MinuteCandles(running, Optional.of(tick));
  }
}
