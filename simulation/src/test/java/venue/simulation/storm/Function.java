package venue.simulation.storm;

import java.util.List;

/** The functions that are run. */
public enum Function {
  ORDERS(""),
  ADMINISTRATION(""),
  TICKS("ticks"),
  SWEEP("liquidations"),
  TRIGGER("triggers"),
  REBALANCE("rebalances"),
  AUDIT("");

  /** Those that act on ticks. */
  public static final List<Function> AFTER_TICKS = List.of(TRIGGER, SWEEP, REBALANCE);

  private final String queue;

  Function(String queue) {
    this.queue = queue;
  }

  /** The queue it is fed by. */
  public String queue() {
    return queue;
  }
}
