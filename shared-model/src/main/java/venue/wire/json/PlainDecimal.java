package venue.wire.json;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Pattern;

/** Decimal numbers in plain notation, of bounded size. */
final class PlainDecimal {
  private static final int MOST_DIGITS = 40;
  private static final Pattern PLAIN = Pattern.compile("-?[0-9]{1,40}(?:\\.[0-9]{1,18})?");

  private PlainDecimal() {}

  /** The number a text spells; empty if it has an exponent, too many digits, or is no number. */
  static Optional<BigDecimal> parse(String text) {
    return Optional.of(text)
        .filter(candidate -> PLAIN.matcher(candidate).matches())
        .map(BigDecimal::new)
        .filter(number -> number.precision() <= MOST_DIGITS);
  }
}
