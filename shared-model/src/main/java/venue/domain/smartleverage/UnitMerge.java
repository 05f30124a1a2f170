package venue.domain.smartleverage;

import java.math.BigDecimal;
import venue.domain.Rounding;

/**
 * Units that have become small are merged at a rebalance, a thousand into one, so that NAV and
 * exposure keep their digits. It is written to the fund alone and read through everywhere else:
 * holdings and orders carry the merges that their number accounts for, and the house counts in
 * units as they were before any. A thousand is a shift of the decimal point, so nothing is rounded.
 */
final class UnitMerge {
  /** A unit worth less is merged, USDT. */
  static final BigDecimal BELOW = new BigDecimal("0.001");

  private static final int SHIFT = 3;

  private UnitMerge() {}

  /** How many merges bring a NAV back to {@link #BELOW} or above; 0 of one that is 0. */
  static int due(BigDecimal nav) {
    int merges = 0;
    while (nav.signum() > 0 && amount(nav, merges).compareTo(BELOW) < 0) {
      merges++;
    }
    return merges;
  }

  /** What belongs to one unit, after so many merges. */
  static BigDecimal amount(BigDecimal ofUnit, long merges) {
    return ofUnit.movePointRight(shift(merges));
  }

  /** A number of units after so many merges. */
  static BigDecimal units(BigDecimal units, long merges) {
    return units.movePointLeft(shift(merges));
  }

  /** The most decimals that a number of units has after so many merges. */
  static int decimals(long merges) {
    return Rounding.UNIT_SCALE + shift(merges);
  }

  private static int shift(long merges) {
    return Math.multiplyExact(SHIFT, Math.toIntExact(merges));
  }
}
