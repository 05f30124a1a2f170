package venue.domain.smartleverage;

import java.math.BigDecimal;
import java.math.RoundingMode;
import venue.domain.Outcome;
import venue.domain.Reason;

/** How many units a sale takes from a holding. */
public final class SoldUnits {
  /** Decimals of the part of a holding that is sold. */
  private static final int FRACTION_SCALE = 12;

  private SoldUnits() {}

  /** The number of units, above zero; refused if the holding has not that many. */
  public static Outcome<BigDecimal> of(UnitOrder.Sell order, Holding holding) {
    return held(order.units(), holding);
  }

  /** The number of units, above zero; refused if the holding is empty. */
  public static Outcome<BigDecimal> of(UnitOrder.SellFraction order, Holding holding) {
    BigDecimal fraction = order.fraction();
    boolean isFraction =
        fraction.signum() > 0
            && fraction.scale() <= FRACTION_SCALE
            && fraction.compareTo(BigDecimal.ONE) <= 0;
    if (!isFraction) {
      return Outcome.refused(
          Reason.INVALID_PARAM_VALUE,
          "fraction: above 0, at most 1, with at most " + FRACTION_SCALE + " decimals");
    }
    BigDecimal units = holding.units().multiply(fraction);
    return held(units.setScale(UnitMerge.decimals(holding.epoch()), RoundingMode.DOWN), holding);
  }

  private static Outcome<BigDecimal> held(BigDecimal units, Holding holding) {
    if (holding.units().signum() == 0) {
      return Outcome.refused(
          Reason.POSITION_EMPTY, "product: no units of " + holding.fund() + " are held");
    }
    int decimals = UnitMerge.decimals(holding.epoch());
    if (units.signum() <= 0 || units.stripTrailingZeros().scale() > decimals) {
      return Outcome.refused(
          Reason.INVALID_PARAM_VALUE,
          "units: a number above zero with at most " + decimals + " decimals");
    }
    if (units.compareTo(holding.units()) > 0) {
      return Outcome.refused(
          Reason.INSUFFICIENT_AVAILABLE,
          "units: more than the " + holding.units().stripTrailingZeros().toPlainString() + " held");
    }
    return Outcome.done(units);
  }
}
