package venue.store;

import java.util.Map;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;
import venue.domain.Side;
import venue.domain.futures.SweepBound;
import venue.domain.market.Contract;
import venue.domain.market.FundingRange;
import venue.domain.market.PriceRange;

/**
 * The accounts whose positions are due at ticks within a range, found by one range query for each
 * side and tier of the market. It reads the positions that are due, and as few others as the range
 * in which the market's funding has moved allows; that, and because the index may lag, is why
 * whoever is found is looked at again before anything is done.
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

  /**
   * Whether the index has any position that may be due at a tick within a range.
   *
   * @param seen all that the market's cumulative funding has ever been
   */
  public boolean any(Contract contract, PriceRange range, FundingRange seen) {
    for (Side side : Side.values()) {
      for (int tier = 0; tier < contract.tiers().tiers().size(); tier++) {
        if (!page(contract, SweepBound.of(contract, side, tier, range, seen), 1, Map.of())
            .items()
            .isEmpty()) {
          return true;
        }
      }
    }
    return false;
  }

  /**
   * Names each account with a position that may be due at a tick within a range, page by page; one
   * may come more than once.
   *
   * @param seen all that the market's cumulative funding has ever been
   */
  public void each(Contract contract, PriceRange range, FundingRange seen, Consumer<Long> account) {
    for (Side side : Side.values()) {
      for (int tier = 0; tier < contract.tiers().tiers().size(); tier++) {
        SweepBound bound = SweepBound.of(contract, side, tier, range, seen);
        Map<String, AttributeValue> from = Map.of();
        do {
          QueryResponse page = page(contract, bound, PAGE, from);
          page.items().forEach(item -> account.accept(Key.accountOf(Item.of(item).text(Key.PK))));
          from = page.lastEvaluatedKey();
        } while (!from.isEmpty());
      }
    }
  }

  private QueryResponse page(
      Contract contract, SweepBound bound, int limit, Map<String, AttributeValue> from) {
    String due = bound.side() == Side.LONG ? ">=" : "<=";
    String partition =
        PositionItems.liquidationPartition(
            contract.name(), bound.side(), contract.tiers().version(), bound.tier(), 0);
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
                        ":x", AttributeValue.fromN(bound.x().toPlainString())))
                .limit(limit)
                .exclusiveStartKey(from.isEmpty() ? null : from)
                .build());
  }
}
