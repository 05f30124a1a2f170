package venue.wire;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** The invocation payloads that lie beside the sources. */
public final class Events {
  private Events() {}

  /** The payload of a file. */
  public static InputStream open(String name) throws IOException {
    return Files.newInputStream(Path.of(System.getProperty("venue.root"), "events", name));
  }

  /** The request of a file. */
  public static HttpRequest request(String name) throws IOException {
    try (InputStream event = open(name)) {
      return HttpRequest.read(event);
    }
  }
}
