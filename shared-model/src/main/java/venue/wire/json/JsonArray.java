package venue.wire.json;

import java.util.Collection;
import java.util.List;

/**
 * A list of values.
 *
 * @param elements the values in order; not modifiable
 */
public record JsonArray(List<Json> elements) implements Json {

  public JsonArray {
    elements = List.copyOf(elements);
  }

  /** The list of the given values. */
  public static JsonArray of(Json... elements) {
    return new JsonArray(List.of(elements));
  }

  /** The list of the given values, in the order of the collection. */
  public static JsonArray of(Collection<? extends Json> elements) {
    return new JsonArray(List.copyOf(elements));
  }
}
