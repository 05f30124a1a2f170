package venue.wire.json;

import java.math.BigDecimal;

/**
 * A number, written in plain notation with the decimals it has.
 *
 * @param number the exact value, with at most 64 decimals or 64 zeros left out before the point
 */
public record JsonNumber(BigDecimal number) implements Json {
  private static final int WIDEST_SCALE = 64;

  /**
   * Takes a number whose plain notation is short.
   *
   * @throws IllegalArgumentException if its exponent is beyond 64 either way
   */
  public JsonNumber {
    if (number.scale() > WIDEST_SCALE || number.scale() < -WIDEST_SCALE) {
      throw new IllegalArgumentException("the exponent is beyond " + WIDEST_SCALE);
    }
  }

  /** A whole number. */
  public static JsonNumber of(long number) {
    return new JsonNumber(BigDecimal.valueOf(number));
  }
}
