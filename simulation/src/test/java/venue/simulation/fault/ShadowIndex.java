package venue.simulation.fault;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;

/** What one index shows: keys only, sorted by its own sort key. */
final class ShadowIndex {
  private final String name;
  private final String partitionKey;
  private final String sortKey;
  private final List<String> tableKey;
  private final Map<Map<String, AttributeValue>, Map<String, AttributeValue>> shown =
      new HashMap<>();

  ShadowIndex(String name, String partitionKey, String sortKey, List<String> tableKey) {
    this.name = name;
    this.partitionKey = partitionKey;
    this.sortKey = sortKey;
    this.tableKey = tableKey;
  }

  String name() {
    return name;
  }

  /** Whether a write changes what this index shows or will show. */
  boolean concerns(Writes.Written written) {
    return isIndexed(written.item()) || shown.containsKey(written.key());
  }

  private boolean isIndexed(Map<String, AttributeValue> item) {
    return item.containsKey(partitionKey) && item.containsKey(sortKey);
  }

  void show(Writes.Written written) {
    if (!isIndexed(written.item())) {
      shown.remove(written.key());
      return;
    }
    Map<String, AttributeValue> projected = new HashMap<>(written.key());
    for (String attribute : List.of(partitionKey, sortKey)) {
      projected.put(attribute, Objects.requireNonNull(written.item().get(attribute)));
    }
    shown.put(written.key(), projected);
  }

  QueryResponse query(QueryRequest request) {
    KeyCondition condition = KeyCondition.of(request);
    Comparator<Map<String, AttributeValue>> order = order(request);
    List<Map<String, AttributeValue>> found = new ArrayList<>();
    for (Map<String, AttributeValue> item : shown.values()) {
      if (condition.holds(item, partitionKey, sortKey)
          && (!request.hasExclusiveStartKey()
              || order.compare(item, request.exclusiveStartKey()) > 0)) {
        found.add(item);
      }
    }
    found.sort(order);
    QueryResponse.Builder response = QueryResponse.builder();
    if (request.limit() != null && found.size() >= request.limit()) {
      found = found.subList(0, request.limit());
      response.lastEvaluatedKey(found.getLast());
    }
    return response.items(found).count(found.size()).build();
  }

  private Comparator<Map<String, AttributeValue>> order(QueryRequest request) {
    Comparator<Map<String, AttributeValue>> order = by(sortKey);
    for (String attribute : tableKey) {
      order = order.thenComparing(by(attribute));
    }
    return Boolean.FALSE.equals(request.scanIndexForward()) ? order.reversed() : order;
  }

  private static Comparator<Map<String, AttributeValue>> by(String attribute) {
    return (one, other) ->
        KeyCondition.compare(
            Objects.requireNonNull(one.get(attribute)),
            Objects.requireNonNull(other.get(attribute)));
  }
}
