package venue.domain.smartleverage;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.Optional;
import venue.domain.Outcome;
import venue.domain.Side;

/**
 * Back to one multiple, once a day and whenever leverage has left a range: the rule of ETF tokens.
 * FTX 3x: at 00:02 and above 4. KuCoin 3x: at 23:30 and 15 % against it, where a long fund has
 * 4.636. Gate 3x of 2025: outside 2.25 to 4.125 (long), 1.5 to 5.25 (short), at no set time.
 *
 * @param multiple where leverage is brought back to
 * @param lowest at or below it, it is brought back at once; 0: never
 * @param highest at or above it, it is brought back at once
 * @param daily UTC, none: not by time
 */
public record FixedMultiple(
    BigDecimal multiple, BigDecimal lowest, BigDecimal highest, Optional<LocalTime> daily)
    implements LeveragePolicy {
  /** What it is configured by. */
  public static final String NAME = "fixed_multiple";

  private static final BigDecimal EQUAL = new BigDecimal("0.000001");

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public BigDecimal target(BigDecimal sigma, Side side) {
    return multiple;
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
    boolean outside =
        drift.leverage().compareTo(highest) >= 0 || drift.leverage().compareTo(lowest) <= 0;
    boolean drifted = drift.leverage().subtract(multiple).abs().compareTo(EQUAL) > 0;
    return drifted && (outside || isDaily(drift)) ? Optional.of(multiple) : Optional.empty();
  }

  private boolean isDaily(Drift drift) {
    return daily.map(at -> latest(at, drift.now())).filter(drift.last()::isBefore).isPresent();
  }

  private static Instant latest(LocalTime at, Instant now) {
    Instant today = now.atZone(ZoneOffset.UTC).with(at).toInstant();
    return today.isAfter(now)
        ? now.atZone(ZoneOffset.UTC).minusDays(1).with(at).toInstant()
        : today;
  }

  @Override
  public Outcome<FixedMultiple> checked() {
    boolean ordered =
        lowest.signum() >= 0
            && lowest.compareTo(multiple) < 0
            && multiple.compareTo(highest) < 0
            && multiple.compareTo(BigDecimal.ONE) >= 0;
    return LeveragePolicy.refusedUnless(
            ordered, this, "0 ≤ lowest < multiple < highest and multiple ≥ 1")
        .then(same -> LeveragePolicy.bounded(highest, same, "highest"));
  }
}
