package venue.domain.smartleverage;

import java.math.BigDecimal;
import java.math.RoundingMode;
import venue.domain.Outcome;
import venue.domain.Reason;
import venue.domain.Rounding;
import venue.domain.Side;

/**
 * The published rule of a fund.
 *
 * @param targetVolatility {@code σ_target}, per year
 * @param band {@code b}: leverage is left alone within {@code L*(1 ± b)}
 * @param cap the highest target leverage
 * @param stressJump {@code J}: the jump against the fund that it must survive
 * @param closingCost {@code m}: cost of closing, per notional
 * @param managementFee {@code f}, per NAV and year
 */
public record FundRule(
    BigDecimal targetVolatility,
    BigDecimal band,
    BigDecimal cap,
    BigDecimal stressJump,
    BigDecimal closingCost,
    BigDecimal managementFee) {

  private static final BigDecimal SIGMA_MIN = new BigDecimal("0.000001");

  /** The rule, refused with the condition it breaks. */
  public static Outcome<FundRule> checked(FundRule rule) {
    if (rule.targetVolatility.signum() <= 0) {
      return invalid("target_volatility is above 0");
    }
    if (rule.band.signum() <= 0 || rule.band.compareTo(BigDecimal.ONE) >= 0) {
      return invalid("band lies between 0 and 1");
    }
    if (rule.cap.compareTo(BigDecimal.ONE) < 0) {
      return invalid("cap is at least 1");
    }
    if (rule.stressJump.signum() <= 0 || rule.stressJump.compareTo(BigDecimal.ONE) >= 0) {
      return invalid("stress_jump lies between 0 and 1");
    }
    if (rule.closingCost.signum() < 0 || rule.closingCost.compareTo(BigDecimal.ONE) >= 0) {
      return invalid("closing_cost lies between 0 and 1");
    }
    if (rule.managementFee.signum() < 0 || rule.managementFee.compareTo(BigDecimal.ONE) >= 0) {
      return invalid("management_fee lies between 0 and 1");
    }
    return Outcome.done(rule);
  }

  private static Outcome<FundRule> invalid(String condition) {
    return Outcome.refused(Reason.INVALID_PARAM_VALUE, "smart_leverage: " + condition);
  }

  /**
   * {@code 1/(J(1 − s·m) + m)}: at this leverage the stress jump just uses up the NAV; 12 decimals.
   */
  public BigDecimal gapCap(Side side) {
    BigDecimal left = BigDecimal.ONE.subtract(side.sign().multiply(closingCost));
    return BigDecimal.ONE.divide(
        stressJump.multiply(left).add(closingCost), Rounding.STATISTIC_SCALE, RoundingMode.FLOOR);
  }

  /**
   * {@code L* = min(clamp(σ_target/σ̂, 1, cap), gap cap/(1 + b))}.
   *
   * @param sigma {@code σ̂}, per year; taken as a millionth where it is less
   * @return to 12 decimals, rounded down
   */
  public BigDecimal target(BigDecimal sigma, Side side) {
    BigDecimal byVolatility =
        targetVolatility.divide(sigma.max(SIGMA_MIN), Rounding.STATISTIC_SCALE, RoundingMode.FLOOR);
    BigDecimal byGap =
        gapCap(side).divide(BigDecimal.ONE.add(band), Rounding.STATISTIC_SCALE, RoundingMode.FLOOR);
    return byVolatility.max(BigDecimal.ONE).min(cap).min(byGap);
  }

  /** The lower edge of the band around a target. */
  public BigDecimal lowerEdge(BigDecimal target) {
    return target.multiply(BigDecimal.ONE.subtract(band));
  }

  /** The upper edge of the band around a target. */
  public BigDecimal upperEdge(BigDecimal target) {
    return target.multiply(BigDecimal.ONE.add(band));
  }
}
