package venue.local.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What is answered to a request. */
public record HttpAnswer(int status, Map<String, String> headers, List<String> cookies, Body body) {
  private static final String CONTENT_TYPE = "content-type";

  public HttpAnswer {
    headers = Map.copyOf(headers);
    cookies = List.copyOf(cookies);
  }

  /** An answer of the front door itself. */
  static HttpAnswer message(int status, String message) {
    return json(status, "{\"message\":\"" + message + "\"}");
  }

  private static HttpAnswer json(int status, String body) {
    return new HttpAnswer(
        status, Map.of(CONTENT_TYPE, "application/json"), List.of(), Body.of(body));
  }

  /** Reads a function's answer; one without statusCode is a body with status 200. */
  static HttpAnswer ofFunction(byte[] answer, ObjectMapper json) throws IOException {
    JsonNode tree = json.readTree(answer);
    if (!tree.has("statusCode")) {
      return json(200, tree.isTextual() ? tree.textValue() : tree.toString());
    }
    Map<String, String> headers = new LinkedHashMap<>();
    headers.put(CONTENT_TYPE, "text/plain;charset=utf-8");
    tree.path("headers")
        .properties()
        .forEach(
            header ->
                headers.put(header.getKey().toLowerCase(Locale.ROOT), header.getValue().asText()));
    List<String> cookies = new ArrayList<>();
    tree.path("cookies").forEach(cookie -> cookies.add(cookie.asText()));
    String body = tree.path("body").asText("");
    return new HttpAnswer(
        tree.get("statusCode").intValue(),
        headers,
        cookies,
        tree.path("isBase64Encoded").asBoolean() ? Body.ofBase64(body) : Body.of(body));
  }
}
