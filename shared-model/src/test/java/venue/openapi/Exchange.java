package venue.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import venue.wire.HttpRequest;

/** A request and what a function answered to it. */
record Exchange(HttpRequest request, int status, String contentType, JsonNode answer) {

  /** The exchange of an event of an HTTP API; none of another event. */
  static Optional<Exchange> of(byte[] event, byte[] answer) {
    if (!JsonTree.parse(new String(event, StandardCharsets.UTF_8)).has("routeKey")) {
      return Optional.empty();
    }
    try {
      JsonNode answered = JsonTree.parse(new String(answer, StandardCharsets.UTF_8));
      return Optional.of(
          new Exchange(
              HttpRequest.read(new ByteArrayInputStream(event)),
              answered.path("statusCode").asInt(),
              answered.at("/headers/content-type").asText(),
              JsonTree.parse(answered.path("body").asText())));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  boolean succeeded() {
    return status / 100 == 2;
  }

  /** What a parameter was sent as; an empty one counts as absent. */
  Optional<String> parameter(String in, String name) {
    Optional<String> given =
        switch (in) {
          case "path" -> request.pathParameter(name);
          case "query" -> request.queryParameter(name);
          case "header" -> request.header(name);
          default -> throw new IllegalArgumentException("parameters in " + in);
        };
    return given.filter(value -> !value.isEmpty());
  }
}
