package venue.simulation.recorded;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import venue.simulation.books.StoredEntry;
import venue.simulation.fault.Writes;

/** Counts what is written. */
final class Figures implements Writes {
  private final BigDecimal multiplier;
  private final Map<String, Integer> counts = new TreeMap<>();
  private BigDecimal liquidated = BigDecimal.ZERO;
  private BigDecimal uncovered = BigDecimal.ZERO;
  private BigDecimal ordersInsured = BigDecimal.ZERO;

  /** Figures of a market whose contract is worth so much of the base. */
  Figures(BigDecimal multiplier) {
    this.multiplier = multiplier;
  }

  @Override
  public void done(List<Written> together) {
    together.forEach(written -> count(written.item()));
  }

  private void count(Map<String, AttributeValue> item) {
    String pk = StoredEntry.text(item, "pk");
    AttributeValue kind = item.get("kind");
    if (pk.startsWith("ticks#")) {
      add("ticks");
      add(StoredEntry.text(item, "quality"));
    } else if (pk.startsWith("rebalances#")) {
      add("rebalances");
    } else if (kind != null && kind.s().equals("liquidation")) {
      liquidation(item);
    } else if (kind != null && kind.s().equals("futures")) {
      order(item);
    } else if (item.containsKey("end") && item.containsKey("rule")) {
      add("stop " + StoredEntry.text(item, "end"));
    }
  }

  private void liquidation(Map<String, AttributeValue> item) {
    BigDecimal closed = StoredEntry.number(item, "closed").abs();
    add(closed.compareTo(StoredEntry.number(item, "size").abs()) < 0 ? "reductions" : "closes");
    liquidated =
        liquidated.add(closed.multiply(multiplier).multiply(StoredEntry.number(item, "price")));
    BigDecimal open = StoredEntry.number(item, "uncovered");
    uncovered = uncovered.add(open);
    if (open.signum() > 0) {
      add("uncovered");
    }
  }

  // Of an order, the insurance pays for what closing at a gap cost beyond the margin.
  private void order(Map<String, AttributeValue> item) {
    for (StoredEntry.Line line : StoredEntry.in(item).orElseThrow().lines()) {
      for (StoredEntry.Change change : line.changes()) {
        if (change.balance().equals("INSURANCE") && change.change().signum() < 0) {
          add("insured orders");
          ordersInsured = ordersInsured.subtract(change.change());
        }
      }
    }
  }

  /** Counts something else. */
  void add(String what) {
    counts.merge(what, 1, Integer::sum);
  }

  int count(String what) {
    return counts.getOrDefault(what, 0);
  }

  /** Value of all that was liquidated, at the ticks' prices, USDT. */
  BigDecimal liquidated() {
    return liquidated;
  }

  /** What margins did not cover, USDT. */
  BigDecimal uncovered() {
    return uncovered;
  }

  /** What the insurance paid for orders, USDT. */
  BigDecimal ordersInsured() {
    return ordersInsured;
  }

  /** All counts whose names begin so. */
  Map<String, Integer> beginning(String text) {
    Map<String, Integer> some = new TreeMap<>(counts);
    some.keySet().removeIf(name -> !name.startsWith(text));
    return some;
  }
}
