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

  private Schema() {}

  /**
   * An index of a table.
   *
   * @param tableVariable the variable that holds the table's name
   * @param sortKey of type Number
   */
  public record RequiredIndex(
      String tableVariable, String indexName, String partitionKey, String sortKey) {}

  /** All of them. */
  public static List<RequiredIndex> requiredIndexes() {
    return List.of(LIQUIDATION_KEYS, TRIGGER_PRICES);
  }
}
