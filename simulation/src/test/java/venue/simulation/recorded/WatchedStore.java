package venue.simulation.recorded;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;
import venue.simulation.fault.Writes;

/** A store that tells of every item that was put. */
record WatchedStore(DynamoDbClient real, Writes writes) implements InvocationHandler {

  static DynamoDbClient around(DynamoDbClient real, Writes writes) {
    return (DynamoDbClient)
        Proxy.newProxyInstance(
            WatchedStore.class.getClassLoader(),
            new Class<?>[] {DynamoDbClient.class},
            new WatchedStore(real, writes));
  }

  @Override
  public @Nullable Object invoke(Object proxy, Method method, Object @Nullable [] arguments)
      throws Throwable {
    Object answer = passed(proxy, method, arguments);
    switch (arguments == null ? method : arguments[0]) {
      case TransactWriteItemsRequest write -> writes.done(puts(write));
      case PutItemRequest put ->
          writes.done(List.of(new Writes.Written(put.tableName(), Map.of(), put.item())));
      default -> {}
    }
    return answer;
  }

  private static List<Writes.Written> puts(TransactWriteItemsRequest request) {
    return request.transactItems().stream()
        .map(TransactWriteItem::put)
        .filter(put -> put != null)
        .map(put -> new Writes.Written(put.tableName(), Map.of(), put.item()))
        .toList();
  }

  private @Nullable Object passed(Object proxy, Method method, Object @Nullable [] arguments)
      throws Throwable {
    try {
      return method.isDefault() && isBuilt(arguments)
          ? InvocationHandler.invokeDefault(proxy, method, arguments)
          : method.invoke(real, arguments);
    } catch (InvocationTargetException e) {
      throw e.getTargetException();
    }
  }

  // A request that is given as a consumer of its builder comes again as what was built.
  private static boolean isBuilt(Object @Nullable [] arguments) {
    return arguments != null && arguments[0] instanceof java.util.function.Consumer<?>;
  }
}
