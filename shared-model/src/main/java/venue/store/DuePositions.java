package venue.store;

import java.math.BigDecimal;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;
import venue.domain.Side;
import venue.domain.futures.LiquidationPrice;
import venue.domain.market.Contract;
import venue.domain.market.PriceRange;
import venue.domain.market.Tier;

/**
 * The accounts whose positions are due at ticks within a range, found by one range query for each
 * side and tier of the market: it reads the positions that are due and no others. The index may
 * lag, so whoever is found is looked at again before anything is done.
 */
public final class DuePositions {
  private static final int PAGE = 100;
  private final DynamoStore store;

  /**
   * A finder.
   *
   * @param variable gives the value of a variable of the template
   */
  public DuePositions(DynamoDbClient client, UnaryOperator<String> variable) {
    this.store = new DynamoStore(client, variable);
  }

  /** Whether the index has any position that is due at a tick within a range. */
  public boolean any(Contract contract, PriceRange range) {
    for (Side side : Side.values()) {
      for (int tier = 0; tier < contract.tiers().tiers().size(); tier++) {
        if (!page(contract, range, side, tier, 1, Map.of()).items().isEmpty()) {
          return true;
        }
      }
    }
    return false;
  }

  /** Names each account whose position is due at a tick within a range, page by page. */
  public void each(Contract contract, PriceRange range, Consumer<Long> account) {
    for (Side side : Side.values()) {
      for (int tier = 0; tier < contract.tiers().tiers().size(); tier++) {
        Map<String, AttributeValue> from = Map.of();
        do {
          QueryResponse page = page(contract, range, side, tier, PAGE, from);
          page.items().forEach(item -> account.accept(Key.accountOf(Item.of(item).text(Key.PK))));
          from = page.lastEvaluatedKey();
        } while (!from.isEmpty());
      }
    }
  }

  private QueryResponse page(
      Contract contract,
      PriceRange range,
      Side side,
      int tier,
      int limit,
      Map<String, AttributeValue> from) {
    Tier line = contract.tiers().tiers().get(tier);
    BigDecimal r = line.maintenanceRate().add(contract.takerFeeRate());
    BigDecimal x = LiquidationPrice.x(range.worstPrice(side), range.worstIndex(side), side, r);
    String due = side == Side.LONG ? ">=" : "<=";
    String partition =
        PositionItems.liquidationPartition(
            contract.name(), side, contract.tiers().version(), tier, 0);
    return store
        .client()
        .query(
            QueryRequest.builder()
                .tableName(store.name(Table.ACCOUNTS))
                .indexName(Schema.LIQUIDATION_KEYS.indexName())
                .keyConditionExpression("#p = :p AND #k " + due + " :x")
                .expressionAttributeNames(
                    Map.of(
                        "#p", Schema.LIQUIDATION_KEYS.partitionKey(),
                        "#k", Schema.LIQUIDATION_KEYS.sortKey()))
                .expressionAttributeValues(
                    Map.of(
                        ":p", AttributeValue.fromS(partition),
                        ":x", AttributeValue.fromN(x.toPlainString())))
                .limit(limit)
                .exclusiveStartKey(from.isEmpty() ? null : from)
                .build());
  }
}
