package venue.local;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import software.amazon.awssdk.core.SdkRequest;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** How many calls of each kind go to a store, and how long they take together. */
final class StoreCalls {
  private final Map<String, Sum> byKind = new ConcurrentSkipListMap<>();

  /** Calls of one kind. */
  record Sum(long calls, long nanos) {

    Sum with(Sum other) {
      return new Sum(calls + other.calls, nanos + other.nanos);
    }
  }

  /** A client whose calls are counted. */
  DynamoDbClient of(DynamoDbClient real) {
    return (DynamoDbClient)
        Proxy.newProxyInstance(
            StoreCalls.class.getClassLoader(),
            new Class<?>[] {DynamoDbClient.class},
            (proxy, method, arguments) -> {
              long start = System.nanoTime();
              try {
                return method.invoke(real, arguments);
              } catch (InvocationTargetException e) {
                throw e.getCause();
              } finally {
                if (arguments != null && arguments[0] instanceof SdkRequest) {
                  byKind.merge(method.getName(), new Sum(1, System.nanoTime() - start), Sum::with);
                }
              }
            });
  }

  void forget() {
    byKind.clear();
  }

  Map<String, Sum> byKind() {
    return Map.copyOf(byKind);
  }
}
