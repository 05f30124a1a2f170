package venue.local.function;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import software.amazon.awssdk.services.sqs.SqsClient;
import venue.function.Environment;
import venue.local.StartRefused;

/** Makes instances of a handler class from what its constructor asks for. */
final class Constructors {
  private final String place;
  private final Environment environment;
  private final SqsClient queues;

  /**
   * @param place where the template names the class, for messages
   */
  Constructors(String place, Environment environment, SqsClient queues) {
    this.place = place;
    this.environment = environment;
    this.queues = queues;
  }

  Supplier<RequestStreamHandler> of(String className) {
    Class<? extends RequestStreamHandler> type = load(className);
    return find(type, Environment.class, SqsClient.class)
        .map(constructor -> supplier(constructor, environment, queues))
        .or(() -> find(type, Environment.class).map(found -> supplier(found, environment)))
        .orElseThrow(
            () ->
                new StartRefused(
                    "%s names %s, which has no public constructor taking an Environment"
                        .formatted(place, className)));
  }

  private Class<? extends RequestStreamHandler> load(String className) {
    try {
      return Class.forName(className).asSubclass(RequestStreamHandler.class);
    } catch (ClassNotFoundException e) {
      throw new StartRefused(place + " names " + className + ", which is not there", e);
    } catch (ClassCastException e) {
      throw new StartRefused(
          place + " names " + className + ", which is not a RequestStreamHandler", e);
    }
  }

  private static Optional<? extends Constructor<? extends RequestStreamHandler>> find(
      Class<? extends RequestStreamHandler> type, Class<?>... parameters) {
    try {
      return Optional.of(type.getConstructor(parameters));
    } catch (NoSuchMethodException e) {
      return Optional.empty();
    }
  }

  private Supplier<RequestStreamHandler> supplier(
      Constructor<? extends RequestStreamHandler> constructor, Object... arguments) {
    List<Object> given = List.of(arguments);
    return () -> {
      try {
        return constructor.newInstance(given.toArray());
      } catch (InvocationTargetException e) {
        String reason = String.valueOf(e.getTargetException().getMessage());
        throw new StartRefused(place + ": the function does not start: " + reason, e);
      } catch (ReflectiveOperationException e) {
        throw new StartRefused(place + ": the function does not start: " + e.getMessage(), e);
      }
    };
  }
}
