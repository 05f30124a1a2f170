package venue.simulation.books;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import venue.domain.market.Market;
import venue.domain.market.Tick;
import venue.simulation.fault.Writes;

/**
 * Recomputes liquidations: the position as it was must be due at the good tick the record names. Of
 * several in one transaction, the first of each position.
 */
public final class Evidence implements Writes {
  private final Function<String, Market> markets;
  private final BiFunction<String, Long, Optional<Tick>> ticks;
  private final List<String> problems;
  private final Map<String, Map<String, AttributeValue>> positions = new HashMap<>();
  private int liquidations;

  /** Evidence that tells its problems to a list. */
  public Evidence(
      Function<String, Market> markets,
      BiFunction<String, Long, Optional<Tick>> ticks,
      List<String> problems) {
    this.markets = markets;
    this.ticks = ticks;
    this.problems = problems;
  }

  /** How many there were. */
  public int liquidations() {
    return liquidations;
  }

  @Override
  public void done(List<Written> together) {
    Set<String> seen = new HashSet<>();
    for (Written written : together) {
      AttributeValue kind = written.item().get("kind");
      if (kind != null && "liquidation".equals(kind.s())) {
        liquidations++;
        if (seen.add(name(written.item()))) {
          check(written.item());
        }
      }
    }
    for (Written written : together) {
      if (written.item().containsKey("tierVersion")) {
        positions.put(name(written.item()), written.item());
      }
    }
  }

  private static String name(Map<String, AttributeValue> item) {
    return Stream.of("pk", "market", "mode")
        .map(field -> StoredEntry.text(item, field))
        .collect(Collectors.joining(" "));
  }

  private void check(Map<String, AttributeValue> record) {
    String what = "liquidation " + name(record) + " at tick " + StoredEntry.number(record, "tick");
    Map<String, AttributeValue> held = positions.get(name(record));
    Optional<Tick> named =
        ticks.apply(
            StoredEntry.text(record, "market"),
            StoredEntry.number(record, "tick").longValueExact());
    if (held == null || named.isEmpty()) {
      problems.add(what + ": no such position or tick");
      return;
    }
    Tick tick = named.get();
    Market market = markets.apply(tick.market());
    long size = StoredEntry.number(held, "size").longValueExact();
    BigDecimal q = market.contract().base(size);
    BigDecimal equity =
        StoredEntry.number(held, "margin")
            .add(q.multiply(tick.price()).subtract(StoredEntry.number(held, "cost")))
            .subtract(
                q.multiply(tick.fundingIndex().subtract(StoredEntry.number(held, "fundingIndex"))));
    BigDecimal maintenance = market.contract().maintenance(size, tick.price());
    if (tick.quality() != Tick.Quality.GOOD) {
      problems.add(what + ": the tick is " + tick.quality());
    }
    boolean cross = Boolean.TRUE.equals(Objects.requireNonNull(held.get("cross")).bool());
    BigDecimal judged = cross ? together(record, "result", equity) : equity;
    BigDecimal against = cross ? together(record, "maintenance", maintenance) : maintenance;
    if (cross) {
      judged = judged.add(StoredEntry.number(record, "margin"));
      same(what, record, "equity", judged);
    }
    if (size == 0 || judged.compareTo(against) > 0) {
      problems.add(what + ": equity " + judged + " is above maintenance " + against);
    }
    same(what, record, "price", tick.price());
    same(what, record, "fundingIndex", tick.fundingIndex());
    same(what, record, "size", BigDecimal.valueOf(size));
    same(what, record, "maintenance", against);
  }

  /** What one position has, with what those beside it had when they were judged together. */
  private static BigDecimal together(
      Map<String, AttributeValue> record, String name, BigDecimal own) {
    return Objects.requireNonNull(record.get("beside")).l().stream()
        .map(beside -> StoredEntry.number(beside.m(), name))
        .reduce(own, BigDecimal::add);
  }

  private void same(
      String what, Map<String, AttributeValue> record, String name, BigDecimal recomputed) {
    if (StoredEntry.number(record, name).compareTo(recomputed) != 0) {
      problems.add(
          what + ": " + name + " is " + StoredEntry.number(record, name) + ", not " + recomputed);
    }
  }
}
