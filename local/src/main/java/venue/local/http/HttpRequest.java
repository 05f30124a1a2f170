package venue.local.http;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A request as it came.
 *
 * @param rawPath the path, not decoded
 * @param rawQuery the query without its question mark, not decoded
 * @param headers by their names in lower case
 * @param body empty where the request has none
 */
public record HttpRequest(
    String method,
    String rawPath,
    String rawQuery,
    Map<String, List<String>> headers,
    Body body,
    String sourceIp,
    String protocol) {

  public HttpRequest {
    headers = Map.copyOf(headers);
  }

  /** The values of a header, joined as API Gateway joins them. */
  Optional<String> header(String name) {
    return Optional.ofNullable(headers.get(name)).map(values -> String.join(",", values));
  }
}
