package venue.marketquery;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import venue.domain.market.Candle;
import venue.domain.market.CandleInterval;
import venue.domain.market.Tick;
import venue.store.CandleStore;
import venue.store.MarketPage;
import venue.wire.Fields;

/**
 * Which candles a client asks for: with {@code from} the first ones from there on, without it the
 * last ones up to {@code to}.
 *
 * @param from the earliest start
 * @param to the latest start; none: no end
 * @param limit how many intervals are looked at; one without a good tick has no candle
 */
record CandleRange(Optional<Instant> from, Optional<Instant> to, int limit) {

  /**
   * The range that {@code from}, {@code to} and {@code limit} name.
   *
   * @param usual the limit if neither {@code limit} nor {@code from} is given; with {@code from} it
   *     is {@code most}
   */
  static CandleRange read(Fields fields, int usual, int most) {
    Optional<Instant> from = fields.optionalTime("from");
    return new CandleRange(
        from,
        fields.optionalTime("to"),
        fields.wholeNumber("limit", 1, most, from.isPresent() ? most : usual));
  }

  /** The range of starts whose candles end in this range, and not after a moment. */
  CandleRange ofEnds(CandleInterval interval, Instant moment) {
    Instant end = to.filter(moment::isAfter).orElse(moment);
    return new CandleRange(
        from.map(time -> interval.after(time, -1)), Optional.of(interval.after(end, -1)), limit);
  }

  /** The candles of a market in the range, oldest first; none before its first tick. */
  List<Candle> of(CandleStore candles, MarketPage page, CandleInterval interval) {
    return page.tick().map(tick -> of(candles, page, tick, interval)).orElseGet(List::of);
  }

  private List<Candle> of(
      CandleStore candles, MarketPage page, Tick latest, CandleInterval interval) {
    Instant end = interval.startOf(latest.time());
    Instant last = to.map(interval::startOf).filter(end::isAfter).orElse(end);
    Instant opened = interval.startOf(page.market().createTime());
    if (from.isEmpty()) {
      return candles.upTo(latest, interval, later(opened, interval.after(last, 1 - limit)), last);
    }
    Instant first = later(opened, from.get());
    Instant full = interval.after(interval.startOf(first.minusSeconds(1)), limit);
    return candles.upTo(latest, interval, first, last.isBefore(full) ? last : full);
  }

  private static Instant later(Instant one, Instant other) {
    return one.isAfter(other) ? one : other;
  }
}
