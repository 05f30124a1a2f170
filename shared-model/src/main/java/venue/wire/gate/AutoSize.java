package venue.wire.gate;

import java.util.Optional;
import venue.domain.Side;
import venue.wire.Fields;

/** The field that names the side of the position to close. */
final class AutoSize {
  private static final String LONG = "close_long";
  private static final String SHORT = "close_short";

  private AutoSize() {}

  static Optional<Side> read(Fields fields, String name) {
    return fields
        .optionalOneOf(name, LONG, SHORT)
        .map(closed -> closed.equals(LONG) ? Side.LONG : Side.SHORT);
  }

  static String of(Side side) {
    return side == Side.LONG ? LONG : SHORT;
  }
}
