package venue.wire;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import venue.wire.json.Json;
import venue.wire.json.JsonBool;
import venue.wire.json.JsonObject;
import venue.wire.json.JsonText;
import venue.wire.json.MalformedJson;

/** An event of an API Gateway HTTP API, payload format 2.0. */
record HttpEvent(Json json) {

  static HttpEvent read(InputStream event) throws IOException {
    String text = new String(event.readAllBytes(), StandardCharsets.UTF_8);
    try {
      return new HttpEvent(Json.parse(text));
    } catch (MalformedJson e) {
      throw new IllegalArgumentException("the event is not JSON", e);
    }
  }

  HttpRequest request() {
    return new HttpRequest(
        required("/requestContext/http/method"),
        route(),
        required("/rawPath"),
        text("/rawQueryString").orElse(""),
        texts("/headers"),
        texts("/pathParameters"),
        body());
  }

  private String route() {
    String routeKey = required("/routeKey");
    return routeKey.substring(routeKey.indexOf(' ') + 1);
  }

  private String body() {
    String body = text("/body").orElse("");
    boolean encoded = json.at("/isBase64Encoded").filter(new JsonBool(true)::equals).isPresent();
    return encoded ? new String(Base64.getDecoder().decode(body), StandardCharsets.UTF_8) : body;
  }

  private String required(String pointer) {
    return text(pointer)
        .orElseThrow(() -> new IllegalArgumentException("the event has no text at " + pointer));
  }

  private Optional<String> text(String pointer) {
    return json.at(pointer)
        .flatMap(
            value -> value instanceof JsonText(String text) ? Optional.of(text) : Optional.empty());
  }

  private Map<String, String> texts(String pointer) {
    Map<String, String> texts = new HashMap<>();
    if (json.at(pointer).orElse(null) instanceof JsonObject(Map<String, Json> fields)) {
      fields.forEach(
          (name, value) -> {
            if (value instanceof JsonText(String text)) {
              texts.put(name, text);
            }
          });
    }
    return texts;
  }
}
