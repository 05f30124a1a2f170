package venue.store;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.core.SdkRequest;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;

/** Counts what goes to the store, by kind of call, and the capacity that writes take. */
public final class CountingClient {
  private static final int WRITE_UNIT = 1024;
  private final DynamoDbClient counted;
  private final List<Call> calls = Collections.synchronizedList(new ArrayList<>());

  /**
   * One call.
   *
   * @param items how many keys were read or items written
   * @param writeUnits write capacity at the cloud's price: two units a transacted item and KB
   */
  public record Call(String kind, int items, long writeUnits) {}

  public CountingClient(DynamoDbClient real) {
    counted =
        (DynamoDbClient)
            Proxy.newProxyInstance(
                CountingClient.class.getClassLoader(),
                new Class<?>[] {DynamoDbClient.class},
                (proxy, method, arguments) -> {
                  if (arguments != null && arguments[0] instanceof SdkRequest request) {
                    calls.add(call(method.getName(), request));
                  }
                  try {
                    return method.invoke(real, arguments);
                  } catch (InvocationTargetException e) {
                    throw e.getCause();
                  }
                });
  }

  /** The client that is counted. */
  public DynamoDbClient client() {
    return counted;
  }

  /** All calls since the last time, and forgets them. */
  public List<Call> take() {
    List<Call> taken = List.copyOf(calls);
    calls.clear();
    return taken;
  }

  private static Call call(String kind, SdkRequest request) {
    return switch (request) {
      case BatchGetItemRequest read ->
          new Call(
              kind,
              read.requestItems().values().stream().mapToInt(table -> table.keys().size()).sum(),
              0);
      case TransactWriteItemsRequest write ->
          new Call(
              kind,
              write.transactItems().size(),
              write.transactItems().stream().mapToLong(item -> 2 * units(written(item))).sum());
      default -> new Call(kind, 1, 0);
    };
  }

  // An item that is taken away costs at least what its key does; its size is not in the request.
  private static long written(TransactWriteItem item) {
    return item.put() == null ? 1 : size(item.put().item());
  }

  private static long units(long bytes) {
    return (bytes + WRITE_UNIT - 1) / WRITE_UNIT;
  }

  /** The size of an item as DynamoDB reckons it. */
  static long size(Map<String, AttributeValue> item) {
    return item.entrySet().stream()
        .mapToLong(attribute -> bytes(attribute.getKey()) + size(attribute.getValue()))
        .sum();
  }

  private static long size(AttributeValue value) {
    return switch (value.type()) {
      case S -> bytes(value.s());
      case N -> (digits(value.n()) + 1) / 2 + 1;
      case M -> 3 + value.m().size() + size(value.m());
      case L -> 3 + value.l().stream().mapToLong(element -> 1 + size(element)).sum();
      default -> 1;
    };
  }

  private static long digits(String number) {
    return number.chars().filter(Character::isDigit).count();
  }

  private static long bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8).length;
  }
}
