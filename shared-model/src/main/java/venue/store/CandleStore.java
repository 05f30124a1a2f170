package venue.store;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import venue.domain.market.Candle;
import venue.domain.market.CandleInterval;
import venue.domain.market.Tick;

/** The candles of markets. What is stored of one never changes: it follows from its ticks alone. */
public final class CandleStore {
  private final DynamoStore store;

  /**
   * A store.
   *
   * @param variable gives the value of a variable of the template
   */
  public CandleStore(DynamoDbClient client, UnaryOperator<String> variable) {
    this(new DynamoStore(client, variable));
  }

  CandleStore(DynamoStore store) {
    this.store = store;
  }

  /**
   * The candles that come to their end with a good tick, as part of what is written with it: that
   * of the minute before it and each longer one that does not reach to the tick.
   */
  List<Write> closedBy(Tick tick) {
    List<Candle> closed = new ArrayList<>();
    tick.minutes()
        .closed()
        .ifPresent(
            minute -> {
              closed.add(minute);
              rollUp(minute, tick.time(), closed);
            });
    return closed.stream()
        .map(candle -> Write.replacing(Table.MARKETS, CandleItems.write(candle)))
        .toList();
  }

  private void rollUp(Candle minute, Instant next, List<Candle> closed) {
    for (CandleInterval interval : CandleInterval.rolledUp()) {
      Instant start = interval.startOf(minute.start());
      Instant end = interval.after(start, 1);
      if (!end.isAfter(next)) {
        CandleInterval part = interval.part().orElseThrow();
        List<Candle> parts =
            new ArrayList<>(read(minute.market(), part, start, end.minusSeconds(1)));
        closed.stream().filter(candle -> candle.interval() == part).forEach(parts::add);
        Candle.rolledUp(interval, parts).ifPresent(closed::add);
      }
    }
  }

  /**
   * The candles that begin within a range, oldest first, up to the one that the latest tick's
   * minute lies in and that is still running. One query for each 1,000 starts of the range, and at
   * most three for the running one.
   *
   * @param latest of the market
   * @param first the earliest start
   * @param last the latest start
   */
  public List<Candle> upTo(Tick latest, CandleInterval interval, Instant first, Instant last) {
    Optional<Instant> runs =
        latest.minutes().running().map(minute -> interval.startOf(minute.start()));
    if (runs.isEmpty()) {
      return List.of();
    }
    Instant running = runs.get();
    Instant closed = last.isBefore(running) ? last : running.minusSeconds(1);
    List<Candle> candles = new ArrayList<>(read(latest.market(), interval, first, closed));
    if (!first.isAfter(running) && !last.isBefore(running)) {
      running(latest, interval).ifPresent(candles::add);
    }
    return candles;
  }

  /**
   * The shorter candles that a candle is made of, oldest first; itself if it is of a minute, or if
   * they are kept no longer.
   *
   * @param latest of the market
   */
  public List<Candle> parts(Tick latest, Candle whole) {
    return whole
        .interval()
        .part()
        .map(part -> upTo(latest, part, whole.start(), whole.end().minusSeconds(1)))
        .filter(parts -> !parts.isEmpty())
        .orElse(List.of(whole));
  }

  /** The candle that the latest tick's minute lies in: what is stored of its parts and the rest. */
  private Optional<Candle> running(Tick latest, CandleInterval interval) {
    Optional<CandleInterval> part = interval.part();
    if (part.isEmpty()) {
      return latest.minutes().running();
    }
    return running(latest, part.get())
        .flatMap(
            rest -> {
              Instant start = interval.startOf(rest.start());
              List<Candle> parts =
                  new ArrayList<>(
                      read(latest.market(), part.get(), start, rest.start().minusSeconds(1)));
              parts.add(rest);
              return Candle.rolledUp(interval, parts);
            });
  }

  private List<Candle> read(String market, CandleInterval interval, Instant first, Instant last) {
    List<Candle> candles = new ArrayList<>();
    if (first.isAfter(last)) {
      return candles;
    }
    for (long block = Key.candleBlock(interval, first);
        block <= Key.candleBlock(interval, last);
        block++) {
      store
          .between(
              Table.MARKETS,
              Key.candlePartition(market, interval, block),
              Key.padded(first.getEpochSecond()),
              Key.padded(last.getEpochSecond()))
          .forEach(item -> candles.add(CandleItems.read(item)));
    }
    return candles;
  }
}
