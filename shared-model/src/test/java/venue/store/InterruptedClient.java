package venue.store;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** A client to which something happens just before its transactions, or calls of another kind. */
public final class InterruptedClient {

  private InterruptedClient() {}

  /** That a function's process ends where it is. */
  public static final class Stopped extends Error {
    private static final long serialVersionUID = 1;
  }

  /**
   * The client.
   *
   * @param before is told that its first, second, … transaction comes; it may throw
   */
  public static DynamoDbClient around(DynamoDbClient real, IntConsumer before) {
    return around(real, "transactWriteItems", before);
  }

  /**
   * A client to which something happens just before its calls of a kind.
   *
   * @param call the name of the client's method
   * @param before is told that the first, second, … comes; it may throw
   */
  public static DynamoDbClient around(DynamoDbClient real, String call, IntConsumer before) {
    AtomicInteger calls = new AtomicInteger();
    return (DynamoDbClient)
        Proxy.newProxyInstance(
            InterruptedClient.class.getClassLoader(),
            new Class<?>[] {DynamoDbClient.class},
            (proxy, method, arguments) -> {
              if (method.getName().equals(call)) {
                before.accept(calls.incrementAndGet());
              }
              try {
                return method.invoke(real, arguments);
              } catch (InvocationTargetException e) {
                throw e.getCause();
              }
            });
  }
}
