package venue.domain.smartleverage;

import java.math.BigDecimal;
import java.util.Optional;
import venue.domain.Outcome;
import venue.domain.Side;

/**
 * Left alone within a range and brought back to its edge outside of it, at no set time: as the
 * tokens were that stated a range, such as 1.25 to 4, and no target.
 *
 * @param start what a new series begins with
 * @param lowest of the range
 * @param highest of the range
 */
public record VariableRange(BigDecimal start, BigDecimal lowest, BigDecimal highest)
    implements LeveragePolicy {
  /** What it is configured by. */
  public static final String NAME = "variable_range";

  private static final BigDecimal SLACK = new BigDecimal("0.000001");

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public BigDecimal target(BigDecimal sigma, Side side) {
    return start;
  }

  @Override
  public BigDecimal lowerEdge(BigDecimal target) {
    return lowest;
  }

  @Override
  public BigDecimal upperEdge(BigDecimal target) {
    return highest;
  }

  @Override
  public Optional<BigDecimal> next(Drift drift) {
    if (drift.leverage().compareTo(highest) > 0) {
      return Optional.of(highest);
    }
    // Leverage is kept to 12 decimals and an exposure is rounded down.
    return drift.leverage().add(SLACK).compareTo(lowest) < 0
        ? Optional.of(lowest)
        : Optional.empty();
  }

  @Override
  public Outcome<VariableRange> checked() {
    boolean ordered =
        lowest.signum() > 0 && lowest.compareTo(start) <= 0 && start.compareTo(highest) <= 0;
    return LeveragePolicy.refusedUnless(
            ordered && lowest.compareTo(highest) < 0,
            this,
            "0 < lowest ≤ start ≤ highest, not all equal")
        .then(same -> LeveragePolicy.bounded(highest, same, "highest"));
  }
}
