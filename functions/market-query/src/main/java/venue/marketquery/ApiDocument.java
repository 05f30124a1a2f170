package venue.marketquery;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import venue.wire.HttpRequest;
import venue.wire.HttpResponse;
import venue.wire.json.Json;
import venue.wire.json.MalformedJson;

/**
 * The OpenAPI document that describes all routes, a resource of this function. It is parsed when it
 * is asked for, which is rare: at every start it would take 20 ms.
 */
record ApiDocument(String text) {

  /** Reads it. */
  static ApiDocument read() {
    try (InputStream resource =
        Objects.requireNonNull(ApiDocument.class.getResourceAsStream("/openapi.json"))) {
      return new ApiDocument(new String(resource.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  HttpResponse show(HttpRequest request) {
    try {
      return HttpResponse.ok(Json.parse(text));
    } catch (MalformedJson e) {
      throw new IllegalStateException("openapi.json is not JSON", e);
    }
  }
}
