package venue.openapi;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.function.Consumer;

/**
 * A function whose answers to an HTTP API, and the requests that succeeded, are held against the
 * document. Other events pass through.
 *
 * @param deviation is told what deviates
 */
public record CheckedFunction(RequestStreamHandler function, Consumer<String> deviation)
    implements RequestStreamHandler {
  private static final OpenApi DOCUMENT = OpenApi.read();

  /** A function that fails the test that called it when it deviates. */
  public static CheckedFunction strict(RequestStreamHandler function) {
    return new CheckedFunction(
        function,
        what -> {
          throw new AssertionError(what);
        });
  }

  @Override
  public void handleRequest(InputStream event, OutputStream answer, Context context)
      throws IOException {
    byte[] asked = event.readAllBytes();
    ByteArrayOutputStream answered = new ByteArrayOutputStream();
    function.handleRequest(new ByteArrayInputStream(asked), answered, context);
    Exchange.of(asked, answered.toByteArray())
        .flatMap(exchange -> Check.of(DOCUMENT, exchange))
        .ifPresent(deviation);
    answered.writeTo(answer);
  }
}
