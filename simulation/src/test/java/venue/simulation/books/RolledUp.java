package venue.simulation.books;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import venue.domain.market.Candle;
import venue.domain.market.CandleInterval;
import venue.domain.market.Tick;

/** Whether a market's candles are its history rolled up: every good tick once, and none else. */
public record RolledUp(List<String> problems) {

  /** All candles of an interval up to a market's latest tick. */
  public void of(CandleInterval interval, List<Tick> history, List<Candle> candles) {
    Map<Long, List<Tick>> ticks = new TreeMap<>();
    for (Tick tick : history) {
      if (tick.quality() == Tick.Quality.GOOD) {
        long start = interval.startOf(tick.time()).getEpochSecond();
        ticks.computeIfAbsent(start, first -> new ArrayList<>()).add(tick);
      }
    }
    List<String> expected =
        ticks.entrySet().stream().map(entry -> text(entry.getKey(), entry.getValue())).toList();
    List<String> found = candles.stream().map(RolledUp::text).toList();
    if (!found.equals(expected)) {
      problems.add("candles of " + interval.label() + ": " + found + " instead of " + expected);
    }
  }

  private static String text(long start, List<Tick> ticks) {
    List<BigDecimal> prices = ticks.stream().map(Tick::price).sorted().toList();
    Tick last = ticks.getLast();
    return text(
        start,
        ticks.size(),
        List.of(
            ticks.getFirst().price(),
            prices.getLast(),
            prices.getFirst(),
            last.price(),
            last.fundingIndex()));
  }

  private static String text(Candle candle) {
    return text(
        candle.start().getEpochSecond(),
        candle.ticks(),
        List.of(candle.open(), candle.high(), candle.low(), candle.close(), candle.fundingIndex()));
  }

  private static String text(long start, long ticks, List<BigDecimal> figures) {
    List<String> plain =
        figures.stream().map(figure -> figure.stripTrailingZeros().toPlainString()).toList();
    return start + " " + ticks + " " + plain;
  }
}
