package venue.wire;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import venue.wire.json.Json;
import venue.wire.json.JsonBool;
import venue.wire.json.JsonText;

/**
 * What a field may hold.
 *
 * @param right what a right value is, for a person
 * @param read the value of the right kind; empty if it is not
 */
record FieldKind<T>(String right, Function<Json, Optional<T>> read) {
  private static final int LONGEST_TEXT = 256;
  private static final long MILLIS_MIN = 100_000_000_000L;
  private static final long MILLIS_MAX = 1_000 * MILLIS_MIN;
  private static final String PLAIN = " of at most 40 digits, 18 of them decimals";

  static FieldKind<String> text() {
    return new FieldKind<>(
        "a text of at most " + LONGEST_TEXT + " characters",
        value ->
            value instanceof JsonText(String text) && text.length() <= LONGEST_TEXT
                ? Optional.of(text)
                : Optional.empty());
  }

  static FieldKind<Long> wholeNumber() {
    return new FieldKind<>("a whole number", value -> value.decimal().flatMap(FieldKind::whole));
  }

  static FieldKind<Integer> wholeNumber(int least, int most) {
    return new FieldKind<>(
        "a whole number from " + least + " to " + most,
        value -> within(value, least, most).map(Long::intValue));
  }

  private static Optional<Long> within(Json value, long least, long most) {
    return value
        .decimal()
        .flatMap(FieldKind::whole)
        .filter(number -> number >= least && number <= most);
  }

  static FieldKind<BigDecimal> decimal() {
    return new FieldKind<>("a plain number" + PLAIN, Json::decimal);
  }

  static FieldKind<BigDecimal> positiveDecimal() {
    return new FieldKind<>(
        "a plain number above zero" + PLAIN,
        value -> value.decimal().filter(number -> number.signum() > 0));
  }

  static FieldKind<Boolean> flag() {
    return new FieldKind<>("true or false", FieldKind::bool);
  }

  static FieldKind<Long> id() {
    return new FieldKind<>(
        "an id, a whole number not below zero", value -> within(value, 0, Long.MAX_VALUE));
  }

  static FieldKind<Instant> time() {
    return new FieldKind<>(
        "a time in whole seconds since 1970, or in milliseconds",
        value -> within(value, 0, MILLIS_MAX).map(FieldKind::moment));
  }

  static FieldKind<String> oneOf(List<String> allowed) {
    return new FieldKind<>(
        "one of " + String.join(", ", allowed),
        value ->
            value instanceof JsonText(String text) && allowed.contains(text)
                ? Optional.of(text)
                : Optional.empty());
  }

  private static Optional<Long> whole(BigDecimal number) {
    try {
      return Optional.of(number.longValueExact());
    } catch (ArithmeticException e) {
      return Optional.empty();
    }
  }

  // Clients mix the two up; seconds are below this until the year 5138, milliseconds since 1973.
  private static Instant moment(long number) {
    return number < MILLIS_MIN ? Instant.ofEpochSecond(number) : Instant.ofEpochMilli(number);
  }

  private static Optional<Boolean> bool(Json value) {
    return switch (value) {
      case JsonBool(boolean bool) -> Optional.of(bool);
      case JsonText(String text) when text.equals("true") -> Optional.of(true);
      case JsonText(String text) when text.equals("false") -> Optional.of(false);
      default -> Optional.empty();
    };
  }
}
