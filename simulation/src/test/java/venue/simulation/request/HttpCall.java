package venue.simulation.request;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import venue.wire.json.JsonObject;

/**
 * A request before it is sent.
 *
 * @param path the variable under which the template has its path
 * @param names what stands in the path for the names in braces
 * @param query without the question mark; empty if there is none
 * @param body empty if there is none
 */
public record HttpCall(
    String method, String path, Map<String, String> names, String query, String body) {

  public HttpCall {
    names = Map.copyOf(names);
  }

  /** With a body. */
  public static HttpCall post(String path, Map<String, String> names, JsonObject.Builder body) {
    return new HttpCall("POST", path, names, "", body.build().write());
  }

  /** The event of an HTTP API, payload format 2.0, signed anew at each sending. */
  public String event(TemplatePaths template, Optional<Credentials> signer, Instant now) {
    String route = template.of(path);
    String rawPath = route;
    JsonObject.Builder parameters = JsonObject.builder();
    for (Map.Entry<String, String> name : names.entrySet()) {
      rawPath = rawPath.replace("{" + name.getKey() + "}", name.getValue());
      parameters.put(name.getKey(), name.getValue());
    }
    String sent = rawPath;
    JsonObject.Builder headers = JsonObject.builder().put("content-type", "application/json");
    signer.ifPresent(key -> key.sign(headers, method, sent, query, body, now));
    return JsonObject.builder()
        .put("version", "2.0")
        .put("routeKey", method + " " + route)
        .put("rawPath", rawPath)
        .put("rawQueryString", query)
        .put("headers", headers.build())
        .put(
            "requestContext",
            JsonObject.builder()
                .put("http", JsonObject.builder().put("method", method).build())
                .build())
        .put("pathParameters", parameters.build())
        .put("body", body)
        .put("isBase64Encoded", false)
        .build()
        .write();
  }
}
