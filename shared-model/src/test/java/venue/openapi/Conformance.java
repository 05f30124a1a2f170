package venue.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Fails a test in which an answer deviated, whatever its client made of it. */
public final class Conformance implements AfterEachCallback {
  private final Map<String, String> deviations = new ConcurrentHashMap<>();

  /** The function, with its answers held against the document. */
  public RequestStreamHandler checked(RequestStreamHandler function) {
    return new CheckedFunction(function, this::note);
  }

  // The first of an operation and a status: clients may ask again and again.
  private void note(String deviation) {
    deviations.putIfAbsent(deviation.lines().findFirst().orElseThrow(), deviation);
  }

  @Override
  public void afterEach(ExtensionContext context) {
    assertThat(deviations.values()).as("answers that deviate from openapi.json").isEmpty();
  }
}
