package venue.local.function;

import com.amazonaws.services.lambda.runtime.LambdaLogger;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The instances of one function: each serves one request at a time and is used again. */
public final class FunctionPool {
  private final String name;
  private final Duration timeout;
  private final LambdaLogger log;
  private final Supplier<RequestStreamHandler> newInstance;
  private final ConcurrentLinkedDeque<RequestStreamHandler> idle = new ConcurrentLinkedDeque<>();

  /** Makes the first instance at once, so that a function that cannot start is found here. */
  FunctionPool(
      String name, Duration timeout, LambdaLogger log, Supplier<RequestStreamHandler> newInstance) {
    this.name = name;
    this.timeout = timeout;
    this.log = log;
    this.newInstance = newInstance;
    idle.push(newInstance.get());
  }

  /** Calls the function with an event and gives its answer. */
  public byte[] invoke(byte[] event, String requestId) throws IOException {
    @Nullable RequestStreamHandler free = idle.poll();
    RequestStreamHandler instance = free != null ? free : newInstance.get();
    try {
      ByteArrayOutputStream answer = new ByteArrayOutputStream();
      instance.handleRequest(
          new ByteArrayInputStream(event),
          answer,
          new LocalContext(requestId, name, Instant.now().plus(timeout), log));
      return answer.toByteArray();
    } finally {
      idle.push(instance);
    }
  }
}
