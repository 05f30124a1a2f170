package venue.local;

/**
 * How fast venue time passes.
 *
 * @param factor times real time
 * @param leaps whether recordings are replayed without waiting, and only what follows at the factor
 */
public record Speed(double factor, boolean leaps) {
  private static final String MAX = "max";

  /** So many times faster than real time. */
  public static Speed times(double factor) {
    return new Speed(factor, false);
  }

  /** As fast as it goes while recordings last, then real time. */
  public static Speed max() {
    return new Speed(1, true);
  }

  /**
   * The speed that a text names: a number above zero, or {@code max}.
   *
   * @throws IllegalArgumentException if it names none
   */
  static Speed of(String text) {
    if (text.equals(MAX)) {
      return max();
    }
    try {
      double factor = Double.parseDouble(text);
      if (factor > 0 && Double.isFinite(factor)) {
        return times(factor);
      }
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException(wrong(text), e);
    }
    throw new IllegalArgumentException(wrong(text));
  }

  private static String wrong(String text) {
    return "--speed is a number above zero or max, not " + text;
  }

  boolean isReal() {
    return factor == 1 && !leaps;
  }
}
