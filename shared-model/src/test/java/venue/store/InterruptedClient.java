package venue.store;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** A client to which something happens just before its transactions. */
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
    AtomicInteger transactions = new AtomicInteger();
    return (DynamoDbClient)
        Proxy.newProxyInstance(
            InterruptedClient.class.getClassLoader(),
            new Class<?>[] {DynamoDbClient.class},
            (proxy, method, arguments) -> {
              if (method.getName().equals("transactWriteItems")) {
                before.accept(transactions.incrementAndGet());
              }
              try {
                return method.invoke(real, arguments);
              } catch (InvocationTargetException e) {
                throw e.getCause();
              }
            });
  }
}
