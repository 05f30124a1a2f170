package venue.local.http;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/** A route's path with its {@code {name}} and, at the end, {@code {name+}} places. */
record PathPattern(List<String> segments) {

  static PathPattern of(String path) {
    return new PathPattern(List.of(path.split("/", -1)));
  }

  /** The values of the places, decoded, if a path as received matches. */
  Optional<Map<String, String>> match(String rawPath) {
    List<String> received = List.of(rawPath.split("/", -1));
    if (isGreedy() ? received.size() < segments.size() : received.size() != segments.size()) {
      return Optional.empty();
    }
    Map<String, String> values = new LinkedHashMap<>();
    for (int i = 0; i < segments.size(); i++) {
      String segment = segments.get(i);
      if (segment.endsWith("+}")) {
        String rest = String.join("/", received.subList(i, received.size()));
        values.put(segment.substring(1, segment.length() - 2), decoded(rest));
      } else if (isPlace(segment)) {
        if (received.get(i).isEmpty()) {
          return Optional.empty();
        }
        values.put(segment.substring(1, segment.length() - 1), decoded(received.get(i)));
      } else if (!segment.equals(decoded(received.get(i)))) {
        return Optional.empty();
      }
    }
    return Optional.of(values);
  }

  /** Sorts before another pattern if a literal stands where the other has a place. */
  String rank() {
    return String.join("/", IntStream.range(0, segments.size()).mapToObj(this::rank).toList());
  }

  private String rank(int i) {
    String segment = segments.get(i);
    if (!isPlace(segment)) {
      return "0";
    }
    return segment.endsWith("+}") ? "2" : "1";
  }

  private boolean isGreedy() {
    return segments.getLast().endsWith("+}");
  }

  private static boolean isPlace(String segment) {
    return segment.startsWith("{") && segment.endsWith("}");
  }

  private static String decoded(String raw) {
    try {
      return URLDecoder.decode(raw.replace("+", "%2B"), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      return raw;
    }
  }
}
