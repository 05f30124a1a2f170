package venue.local.function;

import com.amazonaws.services.lambda.runtime.LambdaLogger;
import java.nio.charset.StandardCharsets;

/** Writes what a function logs to the error stream. */
public final class ErrorStreamLogger implements LambdaLogger {
  @Override
  public void log(String message) {
    System.err.println(message.stripTrailing());
  }

  @Override
  public void log(byte[] message) {
    log(new String(message, StandardCharsets.UTF_8));
  }
}
