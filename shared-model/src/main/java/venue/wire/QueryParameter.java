package venue.wire;

import java.util.List;
import java.util.stream.Stream;

/**
 * One parameter of a query, decoded.
 *
 * @param value empty if the parameter has none
 */
public record QueryParameter(String name, String value) {

  static List<QueryParameter> readAll(String rawQuery) {
    return Stream.of(rawQuery.split("&"))
        .filter(pair -> !pair.isEmpty())
        .map(QueryParameter::read)
        .toList();
  }

  private static QueryParameter read(String pair) {
    int equals = pair.indexOf('=');
    String name = equals < 0 ? pair : pair.substring(0, equals);
    String value = equals < 0 ? "" : pair.substring(equals + 1);
    return new QueryParameter(PercentEncoding.decodeForm(name), PercentEncoding.decodeForm(value));
  }
}
