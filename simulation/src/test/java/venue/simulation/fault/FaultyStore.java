package venue.simulation.fault;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.DeleteItemRequest;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.ScanRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;

/** A store whose calls fail by the plan of {@link Invocations} and whose indexes lag. */
public final class FaultyStore implements InvocationHandler {
  private final DynamoDbClient real;
  private final Invocations invocations;
  private final IndexShadow indexes;
  private final Writes writes;

  private FaultyStore(
      DynamoDbClient real, Invocations invocations, IndexShadow indexes, Writes writes) {
    this.real = real;
    this.invocations = invocations;
    this.indexes = indexes;
    this.writes = writes;
  }

  /**
   * The client that a function is given.
   *
   * @param writes is told of all that is written
   */
  public static DynamoDbClient around(
      DynamoDbClient real, Invocations invocations, IndexShadow indexes, Writes writes) {
    return (DynamoDbClient)
        Proxy.newProxyInstance(
            FaultyStore.class.getClassLoader(),
            new Class<?>[] {DynamoDbClient.class},
            new FaultyStore(real, invocations, indexes, writes));
  }

  @Override
  public @Nullable Object invoke(Object proxy, Method method, Object @Nullable [] arguments)
      throws Throwable {
    Object request = arguments == null ? method : arguments[0];
    return switch (request) {
      case TransactWriteItemsRequest write -> call(Calls.TRANSACT, () -> transact(write));
      case PutItemRequest put -> call(Calls.PUT, () -> put(put));
      case DeleteItemRequest delete -> call(Calls.DELETE, () -> delete(delete));
      case QueryRequest query when query.indexName() != null ->
          call(Calls.QUERY, () -> indexes.query(query));
      case QueryRequest query -> call(Calls.QUERY, () -> real.query(query));
      case ScanRequest scan -> call(Calls.SCAN, () -> real.scan(scan));
      case BatchGetItemRequest read -> call(Calls.READ, () -> real.batchGetItem(read), read);
      default -> passed(proxy, method, arguments);
    };
  }

  private @Nullable Object passed(Object proxy, Method method, Object @Nullable [] arguments)
      throws Throwable {
    if (method.isDefault() && arguments != null) {
      return InvocationHandler.invokeDefault(proxy, method, arguments);
    }
    try {
      return method.invoke(real, arguments);
    } catch (InvocationTargetException e) {
      throw e.getTargetException();
    }
  }

  private Object call(String kind, Supplier<Object> effect) {
    return invocations.call(
        kind,
        effect,
        repeated -> {
          var _ = effect.get();
          return effect.get();
        });
  }

  private Object call(String kind, Supplier<Object> effect, BatchGetItemRequest read) {
    return invocations.call(kind, effect, unprocessed -> partly(read));
  }

  private Object transact(TransactWriteItemsRequest request) {
    Object answer = real.transactWriteItems(request);
    noted(
        request.transactItems().stream()
            .filter(action -> action.conditionCheck() == null)
            .map(this::written)
            .toList());
    return answer;
  }

  private Writes.Written written(TransactWriteItem action) {
    if (action.put() != null) {
      return indexes.written(action.put().tableName(), action.put().item());
    }
    if (action.delete() != null) {
      return new Writes.Written(action.delete().tableName(), action.delete().key(), Map.of());
    }
    throw new IllegalStateException("the shadow of the indexes knows no such write: " + action);
  }

  private Object put(PutItemRequest request) {
    Object answer = real.putItem(request);
    noted(List.of(indexes.written(request.tableName(), request.item())));
    return answer;
  }

  private Object delete(DeleteItemRequest request) {
    Object answer = real.deleteItem(request);
    noted(List.of(new Writes.Written(request.tableName(), request.key(), Map.of())));
    return answer;
  }

  private void noted(List<Writes.Written> together) {
    together.forEach(indexes::note);
    writes.done(together);
  }

  /** One key is left out. */
  private Object partly(BatchGetItemRequest request) {
    BatchGetItemResponse answer = real.batchGetItem(request);
    BatchGetItemResponse.Builder part = answer.toBuilder();
    String table = request.requestItems().keySet().stream().sorted().findFirst().orElseThrow();
    var asked = Objects.requireNonNull(request.requestItems().get(table));
    Map<String, AttributeValue> left = asked.keys().getFirst();
    Map<String, List<Map<String, AttributeValue>>> found = new HashMap<>(answer.responses());
    found.computeIfPresent(
        table,
        (name, items) ->
            items.stream().filter(item -> !item.entrySet().containsAll(left.entrySet())).toList());
    return part.responses(found)
        .unprocessedKeys(Map.of(table, asked.toBuilder().keys(List.of(left)).build()))
        .build();
  }
}
