package venue.local.tour;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** Numbers as they are shown. */
final class Amount {
  private Amount() {}

  /** With two decimals. */
  static String shown(BigDecimal amount) {
    return amount.setScale(2, RoundingMode.HALF_EVEN).toPlainString();
  }

  /** A part as a percentage with one decimal. */
  static String percent(BigDecimal part) {
    return part.movePointRight(2).setScale(1, RoundingMode.HALF_EVEN).toPlainString() + " %";
  }

  /** A leverage. */
  static String factor(BigDecimal leverage) {
    return leverage.setScale(2, RoundingMode.HALF_EVEN).toPlainString() + "x";
  }
}
