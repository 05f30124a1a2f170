package venue.store;

import java.math.BigDecimal;
import java.util.Map;
import java.util.function.Consumer;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;
import venue.store.Schema.RequiredIndex;

/**
 * One range of an index of accounts' items.
 *
 * @param comparison of the sort key with the bound: {@code <=} or {@code >=}
 */
record IndexRange(
    DynamoStore store, RequiredIndex index, String partition, String comparison, BigDecimal bound) {
  private static final int PAGE = 100;

  boolean isEmpty() {
    return page(1, Map.of()).items().isEmpty();
  }

  /** Names the account of each item, page by page. */
  void each(Consumer<Long> account) {
    Map<String, AttributeValue> from = Map.of();
    do {
      QueryResponse page = page(PAGE, from);
      page.items().forEach(item -> account.accept(Key.accountOf(Item.of(item).text(Key.PK))));
      from = page.lastEvaluatedKey();
    } while (!from.isEmpty());
  }

  private QueryResponse page(int limit, Map<String, AttributeValue> from) {
    return store
        .client()
        .query(
            QueryRequest.builder()
                .tableName(store.name(Table.ACCOUNTS))
                .indexName(index.indexName())
                .keyConditionExpression("#p = :p AND #k " + comparison + " :bound")
                .expressionAttributeNames(Map.of("#p", index.partitionKey(), "#k", index.sortKey()))
                .expressionAttributeValues(
                    Map.of(
                        ":p", AttributeValue.fromS(partition),
                        ":bound", AttributeValue.fromN(bound.toPlainString())))
                .limit(limit)
                .exclusiveStartKey(from.isEmpty() ? null : from)
                .build());
  }
}
