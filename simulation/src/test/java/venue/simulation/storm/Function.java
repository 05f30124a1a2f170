package venue.simulation.storm;

import java.util.List;

/** The functions that are run. */
enum Function {
  ORDERS(""),
  ADMINISTRATION(""),
  TICKS("ticks"),
  SWEEP("liquidations"),
  TRIGGER("triggers"),
  REBALANCE("rebalances");

  /** Those that act on ticks. */
  static final List<Function> AFTER_TICKS = List.of(TRIGGER, SWEEP, REBALANCE);

  private final String queue;

  Function(String queue) {
    this.queue = queue;
  }

  /** The queue it is fed by. */
  String queue() {
    return queue;
  }
}
