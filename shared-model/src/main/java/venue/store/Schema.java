package venue.store;

import java.util.List;

/** The indexes without which the store cannot do its work. */
public final class Schema {
  /** Open positions by market, side, tier and shard, sorted by liquidation key. */
  public static final RequiredIndex LIQUIDATION_KEYS =
      new RequiredIndex(
          Table.ACCOUNTS.variable(), "LiquidationKeys", "liquidationPartition", "liquidationKey");

  /** Resting orders by market, rule and shard, sorted by trigger price. */
  public static final RequiredIndex TRIGGER_PRICES =
      new RequiredIndex(
          Table.ACCOUNTS.variable(), "TriggerPrices", "triggerPartition", "triggerPrice");

  /** Futures trades by market, day and shard, sorted by the time at which they became known. */
  public static final RequiredIndex TRADES =
      new RequiredIndex(
          Table.ACCOUNTS.variable(), "Trades", "tradePartition", "trade", TradeItems.SHOWN);

  private Schema() {}

  /**
   * An index of a table.
   *
   * @param tableVariable the variable that holds the table's name
   * @param sortKey of type Number
   * @param shown the attributes that it holds beside keys
   */
  public record RequiredIndex(
      String tableVariable,
      String indexName,
      String partitionKey,
      String sortKey,
      List<String> shown) {

    public RequiredIndex {
      shown = List.copyOf(shown);
    }

    /** An index of keys alone. */
    public RequiredIndex(
        String tableVariable, String indexName, String partitionKey, String sortKey) {
      this(tableVariable, indexName, partitionKey, sortKey, List.of());
    }
  }

  /** All of them. */
  public static List<RequiredIndex> requiredIndexes() {
    return List.of(LIQUIDATION_KEYS, TRIGGER_PRICES, TRADES);
  }
}
