package venue.simulation.fault;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.IntSupplier;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.GlobalSecondaryIndexDescription;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;
import software.amazon.awssdk.services.dynamodb.model.TableDescription;

/**
 * What the indexes show, which is behind what the tables hold: each write becomes visible after a
 * drawn number of ticks, those of one item in their order.
 */
public final class IndexShadow {
  private final DynamoDbClient real;
  private final IntSupplier lag;
  private final Map<String, List<String>> tableKeys = new HashMap<>();
  private final Map<String, List<ShadowIndex>> indexes = new HashMap<>();
  private final Map<Map<String, AttributeValue>, Deque<Change>> waiting = new LinkedHashMap<>();
  private long now;

  private record Change(long visible, Writes.Written written) {}

  /**
   * The indexes of a store.
   *
   * @param lag in ticks, drawn for each write
   */
  public IndexShadow(DynamoDbClient real, IntSupplier lag) {
    this.real = real;
    this.lag = lag;
  }

  /** A tick passes. */
  public void tick() {
    now++;
    show(now);
  }

  /** All that was written becomes visible. */
  public void catchUp() {
    show(Long.MAX_VALUE);
  }

  /** How many items have a write that is not visible yet. */
  public int behind() {
    return waiting.size();
  }

  private void show(long until) {
    for (Deque<Change> changes : waiting.values()) {
      while (!changes.isEmpty() && changes.getFirst().visible() <= until) {
        Writes.Written written = changes.removeFirst().written();
        indexesOf(written.table()).forEach(index -> index.show(written));
      }
    }
    waiting.values().removeIf(Deque::isEmpty);
  }

  Writes.Written written(String table, Map<String, AttributeValue> item) {
    Map<String, AttributeValue> key = new HashMap<>();
    for (String name : keyOf(table)) {
      key.put(name, Objects.requireNonNull(item.get(name)));
    }
    return new Writes.Written(table, key, item);
  }

  void note(Writes.Written written) {
    boolean concerns =
        waiting.containsKey(written.key())
            || indexesOf(written.table()).stream().anyMatch(index -> index.concerns(written));
    if (!concerns) {
      return;
    }
    long drawn = now + lag.getAsInt();
    Deque<Change> before = waiting.computeIfAbsent(written.key(), first -> new ArrayDeque<>());
    long visible = before.isEmpty() ? drawn : Math.max(drawn, before.getLast().visible());
    before.addLast(new Change(visible, written));
    show(now);
  }

  QueryResponse query(QueryRequest request) {
    return indexesOf(request.tableName()).stream()
        .filter(index -> index.name().equals(request.indexName()))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no index " + request.indexName()))
        .query(request);
  }

  private List<String> keyOf(String table) {
    indexesOf(table);
    return Objects.requireNonNull(tableKeys.get(table));
  }

  private List<ShadowIndex> indexesOf(String table) {
    List<ShadowIndex> known = indexes.get(table);
    if (known != null) {
      return known;
    }
    TableDescription description =
        real.describeTable(describe -> describe.tableName(table)).table();
    List<String> key = names(description.keySchema());
    List<ShadowIndex> found = new ArrayList<>();
    for (GlobalSecondaryIndexDescription index : description.globalSecondaryIndexes()) {
      List<String> names = names(index.keySchema());
      found.add(new ShadowIndex(index.indexName(), names.getFirst(), names.getLast(), key));
    }
    tableKeys.put(table, key);
    indexes.put(table, found);
    return found;
  }

  private static List<String> names(List<KeySchemaElement> schema) {
    return schema.stream()
        .sorted((one, other) -> one.keyType().compareTo(other.keyType()))
        .map(KeySchemaElement::attributeName)
        .toList();
  }
}
