package venue.wire;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * An HTTP request as a function is given it.
 *
 * @param method in capitals, such as {@code POST}
 * @param route the path template that was matched, such as {@code /admin/accounts/{account}}
 * @param rawPath the path as received
 * @param rawQuery the query as received, without the question mark; empty if there is none
 * @param headers the values by name in lower case
 * @param pathParameters what stands in the path for the names in braces, decoded
 * @param body empty if there is none
 */
public record HttpRequest(
    String method,
    String route,
    String rawPath,
    String rawQuery,
    Map<String, String> headers,
    Map<String, String> pathParameters,
    String body) {

  public HttpRequest {
    Map<String, String> lowerCase = new TreeMap<>();
    headers.forEach((name, value) -> lowerCase.put(name.toLowerCase(Locale.ROOT), value));
    headers = Map.copyOf(lowerCase);
    pathParameters = Map.copyOf(pathParameters);
  }

  /**
   * Reads the event that an API Gateway HTTP API sends a function, payload format 2.0.
   *
   * @throws IOException if the stream fails
   * @throws IllegalArgumentException if the event is not such an event
   */
  public static HttpRequest read(InputStream event) throws IOException {
    return HttpEvent.read(event).request();
  }

  /** The value of a header, whatever the case of its name. */
  public Optional<String> header(String name) {
    return Optional.ofNullable(headers.get(name.toLowerCase(Locale.ROOT)));
  }

  /** What stands in the path for a name in braces. */
  public Optional<String> pathParameter(String name) {
    return Optional.ofNullable(pathParameters.get(name));
  }

  /** The parameters of the query in the order received. */
  public List<QueryParameter> query() {
    return QueryParameter.readAll(rawQuery);
  }

  /** The first value a query parameter has. */
  public Optional<String> queryParameter(String name) {
    return query().stream()
        .filter(parameter -> parameter.name().equals(name))
        .map(QueryParameter::value)
        .findFirst();
  }
}
