package venue.store;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;
import venue.store.Schema.RequiredIndex;

/**
 * One range of an index of accounts' items.
 *
 * @param edge none: the whole partition
 */
record IndexRange(DynamoStore store, RequiredIndex index, String partition, Optional<Edge> edge) {
  private static final int PAGE = 100;

  /**
   * Where a range ends.
   *
   * @param comparison of the sort key with the bound: {@code <=} or {@code >=}
   */
  private record Edge(String comparison, BigDecimal bound) {}

  IndexRange(
      DynamoStore store,
      RequiredIndex index,
      String partition,
      String comparison,
      BigDecimal bound) {
    this(store, index, partition, Optional.of(new Edge(comparison, bound)));
  }

  /** All of a partition. */
  static IndexRange whole(DynamoStore store, RequiredIndex index, String partition) {
    return new IndexRange(store, index, partition, Optional.empty());
  }

  boolean isEmpty() {
    return page(1, Map.of()).items().isEmpty();
  }

  /** Names the account of each item, page by page. */
  void each(Consumer<Long> account) {
    eachKey(key -> account.accept(Key.accountOf(key.pk())));
  }

  /** Names each item, page by page. */
  void eachKey(Consumer<Key> reader) {
    Map<String, AttributeValue> from = Map.of();
    do {
      QueryResponse page = page(PAGE, from);
      page.items().stream()
          .map(Item::of)
          .map(item -> new Key(Table.ACCOUNTS, item.text(Key.PK), item.text(Key.SK)))
          .forEach(reader);
      from = page.lastEvaluatedKey();
    } while (!from.isEmpty());
  }

  private QueryResponse page(int limit, Map<String, AttributeValue> from) {
    Map<String, String> names = new HashMap<>(Map.of("#p", index.partitionKey()));
    Map<String, AttributeValue> values =
        new HashMap<>(Map.of(":p", AttributeValue.fromS(partition)));
    edge.ifPresent(
        end -> {
          names.put("#k", index.sortKey());
          values.put(":bound", AttributeValue.fromN(end.bound().toPlainString()));
        });
    return store
        .client()
        .query(
            QueryRequest.builder()
                .tableName(store.name(Table.ACCOUNTS))
                .indexName(index.indexName())
                .keyConditionExpression(
                    edge.map(end -> "#p = :p AND #k " + end.comparison() + " :bound")
                        .orElse("#p = :p"))
                .expressionAttributeNames(names)
                .expressionAttributeValues(values)
                .limit(limit)
                .exclusiveStartKey(from.isEmpty() ? null : from)
                .build());
  }
}
