package venue.wire;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import venue.wire.json.Json;
import venue.wire.json.JsonObject;

/**
 * An answer to an HTTP request.
 *
 * @param headers the values by name in lower case, besides the content type, which is always JSON
 */
public record HttpResponse(int status, Map<String, String> headers, Json body) {

  public HttpResponse {
    headers = Map.copyOf(headers);
  }

  /** An answer without further headers. */
  public static HttpResponse of(int status, Json body) {
    return new HttpResponse(status, Map.of(), body);
  }

  /** The answer 200. */
  public static HttpResponse ok(Json body) {
    return of(200, body);
  }

  /** This answer with one header more, or another value of it. */
  public HttpResponse withHeader(String name, String value) {
    Map<String, String> more = new LinkedHashMap<>(headers);
    more.put(name, value);
    return new HttpResponse(status, more, body);
  }

  /**
   * Writes the answer as an API Gateway HTTP API takes it from a function, payload format 2.0.
   *
   * @throws IOException if the stream fails
   */
  public void writeTo(OutputStream output) throws IOException {
    JsonObject.Builder sent = JsonObject.builder().put("content-type", "application/json");
    headers.forEach(sent::put);
    Json answer =
        JsonObject.builder()
            .put("statusCode", status)
            .put("headers", sent.build())
            .put("body", body.write())
            .put("isBase64Encoded", false)
            .build();
    output.write(answer.write().getBytes(StandardCharsets.UTF_8));
  }
}
