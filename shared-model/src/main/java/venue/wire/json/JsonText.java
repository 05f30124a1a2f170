package venue.wire.json;

import java.math.BigDecimal;

/**
 * A text.
 *
 * @param text the text, without quotes and escapes
 */
public record JsonText(String text) implements Json {

  /** An amount in plain notation without trailing zeros, such as {@code 0.5} or {@code 100}. */
  public static JsonText of(BigDecimal amount) {
    return new JsonText(amount.stripTrailingZeros().toPlainString());
  }
}
