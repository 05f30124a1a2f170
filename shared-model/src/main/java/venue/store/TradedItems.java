package venue.store;

import venue.domain.market.Traded;

/** How much was traded, as attributes of what counts it. */
final class TradedItems {
  static final String CONTRACTS = "traded";
  static final String VALUE = "tradedValue";

  private TradedItems() {}

  /** None of what was stored before trades were counted. */
  static Traded read(Item item) {
    return item.has(CONTRACTS)
        ? new Traded(item.whole(CONTRACTS), item.number(VALUE))
        : Traded.NONE;
  }
}
