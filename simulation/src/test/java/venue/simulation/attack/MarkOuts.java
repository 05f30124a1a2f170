package venue.simulation.attack;

import java.util.DoubleSummaryStatistics;

/** What the orders of many gaps were worth at the next tick, bp of notional. */
final class MarkOuts {
  private final DoubleSummaryStatistics orders = new DoubleSummaryStatistics();
  private double squares;
  private int gaps;

  void skip() {
    gaps++;
  }

  void add(double markOut) {
    gaps++;
    orders.accept(markOut);
    squares += markOut * markOut;
  }

  /** Of an order; 0 without one. */
  double mean() {
    return orders.getAverage();
  }

  /** Two standard errors of the mean. */
  double error() {
    double n = Math.max(1, orders.getCount());
    return 2 * Math.sqrt(Math.max(0, squares / n - mean() * mean()) / n);
  }

  @Override
  public String toString() {
    return "%d gaps, %d orders, mean mark-out %.2f ± %.2f bp an order, %.2f bp a gap"
        .formatted(gaps, orders.getCount(), mean(), error(), orders.getSum() / Math.max(1, gaps));
  }
}
