package venue.simulation.storm;

/** The functions that are run. */
enum Function {
  ORDERS(""),
  ADMINISTRATION(""),
  TICKS("ticks"),
  SWEEP("liquidations"),
  REBALANCE("rebalances");

  private final String queue;

  Function(String queue) {
    this.queue = queue;
  }

  /** The queue it is fed by. */
  String queue() {
    return queue;
  }
}
