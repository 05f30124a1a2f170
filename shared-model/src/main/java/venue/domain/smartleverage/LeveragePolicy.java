package venue.domain.smartleverage;

import java.math.BigDecimal;
import java.util.Optional;
import venue.domain.Outcome;
import venue.domain.Reason;
import venue.domain.Side;

/**
 * The published rule by which a fund moves its leverage: a pure function of what stands in the tick
 * and in the fund's last rebalance, so that anyone can recompute it.
 */
public sealed interface LeveragePolicy
    permits VolatilityTarget, FixedMultiple, RecentringBand, VariableRange {

  /** No rule may lead to more leverage than this: closing must not cost what a fund has. */
  BigDecimal LEVERAGE_MOST = BigDecimal.valueOf(20);

  /** The name it is configured by. */
  String name();

  /**
   * {@code L*}: the leverage a new series begins with.
   *
   * @param sigma {@code σ̂}, per year
   */
  BigDecimal target(BigDecimal sigma, Side side);

  /** The lowest leverage at which the fund is left alone between scheduled times. */
  BigDecimal lowerEdge(BigDecimal target);

  /** The highest leverage at which the fund is left alone between scheduled times. */
  BigDecimal upperEdge(BigDecimal target);

  /** The leverage to go to at a good tick; none if it is left alone. */
  Optional<BigDecimal> next(Drift drift);

  /** The policy, refused with the condition that its numbers break. */
  Outcome<? extends LeveragePolicy> checked();

  /** A policy whose highest leverage is allowed. */
  static <T extends LeveragePolicy> Outcome<T> bounded(BigDecimal highest, T policy, String named) {
    return refusedUnless(
        highest.compareTo(LEVERAGE_MOST) <= 0, policy, named + " ≤ " + LEVERAGE_MOST);
  }

  /** A policy, or the condition that it breaks. */
  static <T extends LeveragePolicy> Outcome<T> refusedUnless(
      boolean holds, T policy, String condition) {
    return holds
        ? Outcome.done(policy)
        : Outcome.refused(Reason.INVALID_PARAM_VALUE, "policy " + policy.name() + ": " + condition);
  }
}
