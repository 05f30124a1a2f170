package venue.local.tour;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;

/** What something was worth over time, USDT. */
final class Track {
  private final List<BigDecimal> values = new ArrayList<>();
  private BigDecimal highest = BigDecimal.ZERO;
  private BigDecimal drawdown = BigDecimal.ZERO;

  void add(BigDecimal value) {
    values.add(value);
    highest = highest.max(value);
    if (highest.signum() > 0) {
      BigDecimal fallen =
          highest.subtract(value).divide(highest, MathContext.DECIMAL64).max(BigDecimal.ZERO);
      drawdown = drawdown.max(fallen);
    }
  }

  List<BigDecimal> values() {
    return List.copyOf(values);
  }

  /** The worst fall from the highest value before, as a part of it. */
  BigDecimal drawdown() {
    return drawdown;
  }
}
