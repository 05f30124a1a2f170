package venue.wire.json;

import java.math.BigDecimal;
import java.util.Optional;

/** An immutable JSON value (RFC 8259). Equal values have equal texts when written. */
public sealed interface Json
    permits JsonObject, JsonArray, JsonText, JsonNumber, JsonBool, JsonNull {

  /**
   * The value a text stands for.
   *
   * @throws MalformedJson if the text is not one JSON value and nothing else, names a field of an
   *     object twice, nests deeper than 32 levels, or holds a number that {@link JsonNumber} does
   *     not take or that is longer than 100 characters
   */
  static Json parse(String text) throws MalformedJson {
    return JsonReader.read(text);
  }

  /** The compact text of this value, fields in their order. */
  default String write() {
    return JsonWriter.write(this);
  }

  /**
   * The value a JSON pointer (RFC 6901) leads to from here; empty if there is none.
   *
   * @throws IllegalArgumentException if the text is not a JSON pointer
   */
  default Optional<Json> at(String pointer) {
    return JsonPointer.parse(pointer).in(this);
  }

  /**
   * The number this value is or, as a text, spells in plain decimal notation; empty if it is
   * neither, or has more than 40 digits or more than 18 decimals.
   */
  default Optional<BigDecimal> decimal() {
    return switch (this) {
      case JsonText(String text) -> PlainDecimal.parse(text);
      case JsonNumber(BigDecimal number) -> PlainDecimal.parse(number.toPlainString());
      case JsonObject _, JsonArray _, JsonBool _, JsonNull _ -> Optional.empty();
    };
  }
}
