package venue.domain.smartleverage;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.Optional;
import venue.domain.Outcome;
import venue.domain.Rounding;
import venue.domain.Side;

/**
 * Part of the way back to the target at intervals, at once back into the band when outside of it,
 * and by a ripcord when far above: the rule of the Flexible Leverage Index. {@code L' = max(lowest,
 * min(highest, L(1 − speed) + target·speed))} once an interval, or at once outside {@code lowest}
 * to {@code highest}; at {@code ripcord} and above {@code L' = highest} once the cooldown is over.
 *
 * @param target where leverage is drawn to
 * @param lowest of the band
 * @param highest of the band
 * @param ripcord at or above it the emergency rule holds
 * @param speed part of the way that is gone at a time
 * @param interval between two rebalances within the band
 * @param cooldown before the ripcord can be pulled again
 */
public record RecentringBand(
    BigDecimal target,
    BigDecimal lowest,
    BigDecimal highest,
    BigDecimal ripcord,
    BigDecimal speed,
    Duration interval,
    Duration cooldown)
    implements LeveragePolicy {
  /** What it is configured by. */
  public static final String NAME = "recentring_band";

  private static final Duration INTERVAL_MOST = Duration.ofDays(365);
  private static final BigDecimal SMALLEST = new BigDecimal("0.000001");

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public BigDecimal target(BigDecimal sigma, Side side) {
    return target;
  }

  @Override
  public BigDecimal lowerEdge(BigDecimal aimedAt) {
    return lowest;
  }

  @Override
  public BigDecimal upperEdge(BigDecimal aimedAt) {
    return highest;
  }

  @Override
  public Optional<BigDecimal> next(Drift drift) {
    BigDecimal now = drift.leverage();
    if (now.compareTo(ripcord) >= 0) {
      return drift.elapsed().compareTo(cooldown) > 0 ? Optional.of(highest) : Optional.empty();
    }
    boolean outside = now.compareTo(lowest) < 0 || now.compareTo(highest) > 0;
    boolean intervalOver = drift.elapsed().compareTo(interval) > 0;
    return outside || intervalOver
        ? Optional.of(recentred(now))
            .filter(next -> next.subtract(now).abs().compareTo(SMALLEST) > 0)
        : Optional.empty();
  }

  private BigDecimal recentred(BigDecimal now) {
    BigDecimal kept = BigDecimal.ONE.subtract(speed);
    return now.multiply(kept)
        .add(target.multiply(speed))
        .min(highest)
        .max(lowest)
        .setScale(Rounding.NAV_SCALE, RoundingMode.FLOOR);
  }

  @Override
  public Outcome<RecentringBand> checked() {
    boolean ordered =
        lowest.signum() > 0
            && lowest.compareTo(target) <= 0
            && target.compareTo(highest) <= 0
            && highest.compareTo(ripcord) <= 0;
    boolean moves = speed.signum() > 0 && speed.compareTo(BigDecimal.ONE) <= 0;
    boolean timed =
        !cooldown.isNegative()
            && interval.compareTo(cooldown) >= 0
            && interval.compareTo(INTERVAL_MOST) <= 0;
    return LeveragePolicy.refusedUnless(ordered, this, "0 < lowest ≤ target ≤ highest ≤ ripcord")
        .then(same -> LeveragePolicy.refusedUnless(moves, same, "0 < speed ≤ 1"))
        .then(same -> LeveragePolicy.refusedUnless(timed, same, "a year ≥ interval ≥ cooldown ≥ 0"))
        .then(same -> LeveragePolicy.bounded(ripcord, same, "ripcord"));
  }
}
