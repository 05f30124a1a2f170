package venue.domain;

import java.math.BigDecimal;

/** The direction of a position or fund; {@code s} in the formulas, +1 or −1. */
public enum Side {
  LONG(BigDecimal.ONE),
  SHORT(BigDecimal.ONE.negate());

  private final BigDecimal sign;

  Side(BigDecimal sign) {
    this.sign = sign;
  }

  /** {@code s}: +1 for long, −1 for short. */
  public BigDecimal sign() {
    return sign;
  }

  /** The side of a signed amount other than zero. */
  public static Side of(long signed) {
    return signed > 0 ? LONG : SHORT;
  }
}
