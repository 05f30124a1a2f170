package venue.marketquery;

import java.util.List;
import venue.wire.Fields;

/**
 * A part of a list that a client asks for.
 *
 * @param limit the most elements
 * @param offset how many elements before them are left out
 */
record Slice(int limit, int offset) {
  private static final int MOST = 1000;

  /** The part that {@code limit} and {@code offset} name; without them the whole list. */
  static Slice read(Fields fields) {
    return new Slice(
        fields.wholeNumber("limit", 1, MOST, MOST), fields.wholeNumber("offset", 0, MOST, 0));
  }

  <T> List<T> of(List<T> list) {
    return list.stream().skip(offset).limit(limit).toList();
  }
}
