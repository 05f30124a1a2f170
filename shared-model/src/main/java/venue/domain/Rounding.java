package venue.domain;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * The scales of all stored numbers and the one direction of rounding: against the user, by less
 * than one unit of the last place. What is rounded off stays with the house, because the house
 * takes the other side of the rounded amount.
 */
public final class Rounding {
  /** Decimals of cash, margin and cost, in USDT. */
  public static final int CASH_SCALE = 12;

  /** Decimals of a market's price, in USDT; more that a source gives are rounded off, half-even. */
  public static final int PRICE_SCALE = 12;

  /** Decimals of the cumulative funding index, in USDT per base unit. */
  public static final int FUNDING_SCALE = 18;

  /** Decimals of a net asset value and of the exposure of one unit. */
  public static final int NAV_SCALE = 18;

  /** Decimals of a number of units. */
  public static final int UNIT_SCALE = 8;

  /** Decimals of volatilities, staleness and other statistics. */
  public static final int STATISTIC_SCALE = 12;

  private Rounding() {}

  /** A price as a source gives it, to at most {@link #PRICE_SCALE} decimals, half-even. */
  public static BigDecimal price(BigDecimal given) {
    return given.setScale(Math.min(given.scale(), PRICE_SCALE), RoundingMode.HALF_EVEN);
  }

  /** A change of a user's cash (positive: the user receives), rounded towards minus infinity. */
  public static BigDecimal userChange(BigDecimal exact) {
    return exact.setScale(CASH_SCALE, RoundingMode.FLOOR);
  }

  /** An amount that a user pays (positive), rounded up. */
  public static BigDecimal userPays(BigDecimal exact) {
    return exact.setScale(CASH_SCALE, RoundingMode.CEILING);
  }

  /** The part {@code numerator / denominator} of an amount of cash. */
  public static BigDecimal share(
      BigDecimal amount, long numerator, long denominator, RoundingMode mode) {
    return amount
        .multiply(BigDecimal.valueOf(numerator))
        .divide(BigDecimal.valueOf(denominator), CASH_SCALE, mode);
  }

  /** A quotient at a given scale, half-even: for figures that are shown, never settled. */
  public static BigDecimal shown(BigDecimal dividend, BigDecimal divisor, int scale) {
    return dividend.divide(divisor, scale, RoundingMode.HALF_EVEN);
  }
}
