package venue.store;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.DeleteItemRequest;
import software.amazon.awssdk.services.dynamodb.model.KeysAndAttributes;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;
import software.amazon.awssdk.services.dynamodb.model.TransactionConflictException;

/** The four ways the venue talks to DynamoDB; every read is strongly consistent. */
final class DynamoStore {
  private static final int BATCH = 100;
  private static final int READS_MAX = 8;
  private static final int WRITES_MAX = 8;
  private static final long PAUSE_NANOS = 10_000_000;
  private static final Set<String> LOST =
      Set.of(
          "ConditionalCheckFailed",
          "TransactionConflict",
          "ThrottlingError",
          "ProvisionedThroughputExceeded");
  private final DynamoDbClient client;
  private final Map<Table, String> names = new EnumMap<>(Table.class);

  /**
   * A store.
   *
   * @param variable gives the value of a variable, here the tables' names
   */
  DynamoStore(DynamoDbClient client, UnaryOperator<String> variable) {
    this.client = client;
    for (Table table : Table.values()) {
      names.put(table, variable.apply(table.variable()));
    }
  }

  DynamoDbClient client() {
    return client;
  }

  String name(Table table) {
    String name = names.get(table);
    if (name == null) {
      throw new IllegalStateException(table + " has no name");
    }
    return name;
  }

  /** The items that exist, together, in as few requests as possible. */
  Found read(Collection<Key> keys) {
    Map<Key, Item> found = new HashMap<>();
    List<Key> wanted = keys.stream().filter(Key::canExist).distinct().toList();
    for (int from = 0; from < wanted.size(); from += BATCH) {
      readBatch(wanted.subList(from, Math.min(wanted.size(), from + BATCH)), found);
    }
    return new Found(found);
  }

  private void readBatch(List<Key> keys, Map<Key, Item> found) {
    Map<String, KeysAndAttributes> request = new HashMap<>();
    for (Table table : Table.values()) {
      List<Map<String, AttributeValue>> ofTable =
          keys.stream().filter(key -> key.table() == table).map(Key::attributes).toList();
      if (!ofTable.isEmpty()) {
        request.put(
            name(table), KeysAndAttributes.builder().keys(ofTable).consistentRead(true).build());
      }
    }
    for (int tries = 0; !request.isEmpty(); tries++) {
      if (tries == READS_MAX) {
        throw new IllegalStateException("the store did not answer all of " + keys.size() + " keys");
      }
      LockSupport.parkNanos(tries * PAUSE_NANOS);
      BatchGetItemResponse response =
          client.batchGetItem(BatchGetItemRequest.builder().requestItems(request).build());
      for (Table table : Table.values()) {
        for (Map<String, AttributeValue> attributes :
            response.responses().getOrDefault(name(table), List.of())) {
          Item item = Item.of(attributes);
          found.put(new Key(table, item.text(Key.PK), item.text(Key.SK)), item);
        }
      }
      request = response.unprocessedKeys();
    }
  }

  /** A read of items and a query of a partition, sent at the same time. */
  Together together(Collection<Key> keys, Table table, String pk, String prefix) {
    FutureTask<List<Item>> items = new FutureTask<>(() -> query(table, pk, prefix));
    Thread thread = Thread.startVirtualThread(items);
    Found found = read(keys);
    try {
      thread.join();
      return new Together(found, items.get());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while reading", e);
    } catch (ExecutionException e) {
      throw rethrown(e.getCause());
    }
  }

  private static RuntimeException rethrown(@Nullable Throwable cause) {
    return switch (cause) {
      case RuntimeException failure -> failure;
      case Error error -> throw error;
      case null, default -> new IllegalStateException("a query failed", cause);
    };
  }

  /** Items whose keys lie in a range of a partition, in order of the sort key. */
  List<Item> between(Table table, String pk, String low, String high) {
    return all(ranged(table, pk, low, high));
  }

  private QueryRequest.Builder ranged(Table table, String pk, String low, String high) {
    return QueryRequest.builder()
        .tableName(name(table))
        .consistentRead(true)
        .keyConditionExpression("pk = :pk AND sk BETWEEN :low AND :high")
        .expressionAttributeValues(
            Map.of(
                ":pk", AttributeValue.fromS(pk),
                ":low", AttributeValue.fromS(low),
                ":high", AttributeValue.fromS(high)));
  }

  /** All items of a partition whose sort key begins with a text, in order of the sort key. */
  List<Item> query(Table table, String pk, String prefix) {
    return all(prefixed(table, pk, prefix));
  }

  private QueryRequest.Builder prefixed(Table table, String pk, String prefix) {
    return QueryRequest.builder()
        .tableName(name(table))
        .consistentRead(true)
        .keyConditionExpression(prefix.isEmpty() ? "pk = :pk" : "pk = :pk AND begins_with(sk, :sk)")
        .expressionAttributeValues(
            prefix.isEmpty()
                ? Map.of(":pk", AttributeValue.fromS(pk))
                : Map.of(":pk", AttributeValue.fromS(pk), ":sk", AttributeValue.fromS(prefix)));
  }

  private List<Item> all(QueryRequest.Builder request) {
    List<Item> items = new ArrayList<>();
    each(request, items::add);
    return items;
  }

  /** Hands over the items that {@link #query} would give, page by page. */
  void each(Table table, String pk, String prefix, Consumer<Item> reader) {
    each(prefixed(table, pk, prefix), reader);
  }

  private void each(QueryRequest.Builder request, Consumer<Item> reader) {
    Map<String, AttributeValue> from = Map.of();
    do {
      QueryResponse response =
          client.query(request.exclusiveStartKey(from.isEmpty() ? null : from).build());
      response.items().forEach(attributes -> reader.accept(Item.of(attributes)));
      from = response.lastEvaluatedKey();
    } while (!from.isEmpty());
  }

  /**
   * Hands over the items whose keys lie in a range of a partition, the last sort key first, until
   * the reader has enough or there are no more.
   *
   * @param pageSize how many are read at once
   * @param reader says whether it wants more
   */
  void eachNewest(
      Table table, String pk, String low, String high, int pageSize, Predicate<Item> reader) {
    QueryRequest.Builder request =
        ranged(table, pk, low, high).scanIndexForward(false).limit(pageSize);
    Map<String, AttributeValue> from = Map.of();
    do {
      QueryResponse response =
          client.query(request.exclusiveStartKey(from.isEmpty() ? null : from).build());
      for (Map<String, AttributeValue> attributes : response.items()) {
        if (!reader.test(Item.of(attributes))) {
          return;
        }
      }
      from = response.lastEvaluatedKey();
    } while (!from.isEmpty());
  }

  /** The last items of a partition below a prefix, newest sort key first. */
  List<Item> newest(Table table, String pk, String prefix, int limit) {
    return client
        .query(
            QueryRequest.builder()
                .tableName(name(table))
                .consistentRead(true)
                .keyConditionExpression("pk = :pk AND begins_with(sk, :sk)")
                .expressionAttributeValues(
                    Map.of(":pk", AttributeValue.fromS(pk), ":sk", AttributeValue.fromS(prefix)))
                .scanIndexForward(false)
                .limit(limit)
                .build())
        .items()
        .stream()
        .map(Item::of)
        .toList();
  }

  /** Writes one item; false when its condition does not hold. */
  boolean write(Write write) {
    try {
      outsideTransactions(() -> client.putItem(write.request(this)));
      return true;
    } catch (ConditionalCheckFailedException e) {
      return false;
    }
  }

  /** Takes one item away, if it is there. */
  void remove(Key key) {
    outsideTransactions(
        () ->
            client.deleteItem(
                DeleteItemRequest.builder()
                    .tableName(name(key.table()))
                    .key(key.attributes())
                    .build()));
  }

  // A single write is refused while a transaction holds its item, which takes a moment.
  private static void outsideTransactions(Runnable write) {
    for (int i = 1; ; i++) {
      try {
        write.run();
        return;
      } catch (TransactionConflictException e) {
        if (i == WRITES_MAX) {
          throw e;
        }
        LockSupport.parkNanos(PAUSE_NANOS);
      }
    }
  }

  /**
   * Writes all or nothing; false when a condition no longer holds or another write was in the way,
   * so that nothing was written.
   *
   * @throws RuntimeException if the store fails, so that it is not known whether it was written
   */
  boolean write(List<Write> writes) {
    List<TransactWriteItem> actions = writes.stream().map(write -> write.action(this)).toList();
    try {
      client.transactWriteItems(TransactWriteItemsRequest.builder().transactItems(actions).build());
      return true;
    } catch (TransactionCanceledException e) {
      if (e.cancellationReasons().stream().anyMatch(reason -> isLost(reason.code()))) {
        return false;
      }
      throw e;
    }
  }

  private static boolean isLost(String code) {
    return LOST.contains(code);
  }

  /** What a read and a query found. */
  record Together(Found found, List<Item> items) {}

  /** What a read found. */
  record Found(Map<Key, Item> items) {

    Optional<Item> get(Key key) {
      return Optional.ofNullable(items.get(key));
    }
  }
}
