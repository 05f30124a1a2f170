package venue.store;

import java.math.BigDecimal;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;
import venue.domain.market.PriceRange;
import venue.domain.resting.Trigger.Rule;

/**
 * The accounts with resting orders that prices have met, found by one range query for each rule: it
 * reads the orders that are met and no others. The index may lag, so whoever is found is looked at
 * again before anything is done.
 */
public final class DueOrders {
  private static final int PAGE = 100;
  private final DynamoStore store;

  /**
   * A finder.
   *
   * @param variable gives the value of a variable of the template
   */
  public DueOrders(DynamoDbClient client, UnaryOperator<String> variable) {
    this.store = new DynamoStore(client, variable);
  }

  /** Whether the index has any order of a market that a price in a range meets. */
  public boolean any(String market, PriceRange range) {
    for (Rule rule : Rule.values()) {
      if (!page(market, range, rule, 1, Map.of()).items().isEmpty()) {
        return true;
      }
    }
    return false;
  }

  /** Names each account that has such an order, page by page; one may come more than once. */
  public void each(String market, PriceRange range, Consumer<Long> account) {
    for (Rule rule : Rule.values()) {
      Map<String, AttributeValue> from = Map.of();
      do {
        QueryResponse page = page(market, range, rule, PAGE, from);
        page.items().forEach(item -> account.accept(Key.accountOf(Item.of(item).text(Key.PK))));
        from = page.lastEvaluatedKey();
      } while (!from.isEmpty());
    }
  }

  private QueryResponse page(
      String market, PriceRange range, Rule rule, int limit, Map<String, AttributeValue> from) {
    BigDecimal price = rule == Rule.AT_LEAST ? range.highest() : range.lowest();
    String met = rule == Rule.AT_LEAST ? "<=" : ">=";
    return store
        .client()
        .query(
            QueryRequest.builder()
                .tableName(store.name(Table.ACCOUNTS))
                .indexName(Schema.TRIGGER_PRICES.indexName())
                .keyConditionExpression("#p = :p AND #k " + met + " :price")
                .expressionAttributeNames(
                    Map.of(
                        "#p", Schema.TRIGGER_PRICES.partitionKey(),
                        "#k", Schema.TRIGGER_PRICES.sortKey()))
                .expressionAttributeValues(
                    Map.of(
                        ":p", AttributeValue.fromS(RestingItems.partition(market, rule, 0)),
                        ":price", AttributeValue.fromN(price.toPlainString())))
                .limit(limit)
                .exclusiveStartKey(from.isEmpty() ? null : from)
                .build());
  }
}
