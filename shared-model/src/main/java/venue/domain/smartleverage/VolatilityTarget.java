package venue.domain.smartleverage;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;
import venue.domain.Outcome;
import venue.domain.Rounding;
import venue.domain.Side;

/**
 * The more volatile the market, the less leverage. Above the upper edge of a band around its target
 * leverage is cut to the edge, at any good tick; below the lower edge it is raised to the edge, a
 * part at a time, only at a raise time; within the band it is left alone.
 *
 * @param targetVolatility {@code σ_target}, per year
 * @param band {@code b}: leverage is left alone within {@code L*(1 ± b)}
 * @param cap the highest target leverage
 * @param stressJump {@code J}: the jump against the fund that it must survive
 * @param closingCost {@code m}: cost of closing, per notional
 * @param raiseMost how much leverage is added at one raise time
 */
public record VolatilityTarget(
    BigDecimal targetVolatility,
    BigDecimal band,
    BigDecimal cap,
    BigDecimal stressJump,
    BigDecimal closingCost,
    BigDecimal raiseMost)
    implements LeveragePolicy {
  /** What it is configured by. */
  public static final String NAME = "volatility_target";

  /** What a fund has unless its operator chooses: the same for every market. */
  public static final VolatilityTarget USUAL =
      new VolatilityTarget(
          new BigDecimal("1"),
          new BigDecimal("0.25"),
          new BigDecimal("3"),
          new BigDecimal("0.3"),
          new BigDecimal("0.001"),
          new BigDecimal("0.5"));

  private static final BigDecimal SIGMA_MOST = BigDecimal.valueOf(100);
  private static final BigDecimal SIGMA_MIN = new BigDecimal("0.000001");

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Optional<BigDecimal> next(Drift drift) {
    BigDecimal target = target(drift.sigma(), drift.side());
    if (drift.leverage().compareTo(upperEdge(target)) > 0) {
      return Optional.of(upperEdge(target));
    }
    boolean mayRaise = RaiseTimes.isNow(drift.fund(), drift.last(), drift.now());
    return mayRaise && drift.leverage().compareTo(lowerEdge(target)) < 0
        ? Optional.of(lowerEdge(target).min(drift.leverage().add(raiseMost)))
        : Optional.empty();
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
  @Override
  public BigDecimal target(BigDecimal sigma, Side side) {
    BigDecimal byVolatility =
        targetVolatility.divide(sigma.max(SIGMA_MIN), Rounding.STATISTIC_SCALE, RoundingMode.FLOOR);
    BigDecimal byGap =
        gapCap(side).divide(BigDecimal.ONE.add(band), Rounding.STATISTIC_SCALE, RoundingMode.FLOOR);
    return byVolatility.max(BigDecimal.ONE).min(cap).min(byGap);
  }

  @Override
  public BigDecimal lowerEdge(BigDecimal target) {
    return target.multiply(BigDecimal.ONE.subtract(band));
  }

  @Override
  public BigDecimal upperEdge(BigDecimal target) {
    return target.multiply(BigDecimal.ONE.add(band));
  }

  @Override
  public Outcome<VolatilityTarget> checked() {
    return LeveragePolicy.refusedUnless(
            targetVolatility.signum() > 0 && targetVolatility.compareTo(SIGMA_MOST) <= 0,
            this,
            "0 < target_volatility ≤ " + SIGMA_MOST)
        .then(same -> LeveragePolicy.refusedUnless(isPart(band), same, "0 < band < 1"))
        .then(
            same ->
                LeveragePolicy.refusedUnless(cap.compareTo(BigDecimal.ONE) >= 0, same, "cap ≥ 1"))
        .then(same -> LeveragePolicy.refusedUnless(isPart(stressJump), same, "0 < stress_jump < 1"))
        .then(
            same ->
                LeveragePolicy.refusedUnless(
                    closingCost.signum() >= 0 && closingCost.compareTo(BigDecimal.ONE) < 0,
                    same,
                    "0 ≤ closing_cost < 1"))
        .then(
            same ->
                LeveragePolicy.refusedUnless(raiseMost.signum() > 0, same, "raise_most is above 0"))
        .then(same -> LeveragePolicy.bounded(cap, same, "cap"))
        .then(same -> LeveragePolicy.bounded(raiseMost, same, "raise_most"));
  }

  private static boolean isPart(BigDecimal number) {
    return number.signum() > 0 && number.compareTo(BigDecimal.ONE) < 0;
  }
}
