package venue.domain.futures;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import venue.domain.Rounding;
import venue.domain.futures.CrossMargin.Leg;

/**
 * The prices and funding within which an account with cross margin cannot be due, so that nobody
 * needs to look at it: one trigger a leg, found by the same sweep as the keys of isolated
 * positions.
 *
 * <p>With {@code x(P, F) = P(1 − s·r) − F} and the line of the tier it is in, a leg adds {@code q·x
 * + d − q(E − F₀)} to the slack {@code S}; no more, if another tier's line comes into force. While
 * {@code S > 0}, the trigger is {@code tᵢ = xᵢ − sᵢ·θ·S·wᵢ/|qᵢ|}, with {@code Σwᵢ = 1} and {@code θ
 * = 0.8}: at the worst corner the legs have lost {@code θ·S} together, and {@code R = C + Σ(qᵢtᵢ +
 * dᵢ − qᵢ(Eᵢ − F₀ᵢ)) = (1 − θ)S} is left. Keeping a trigger within its tier and rounding it early
 * only make R larger. While no leg is at or beyond its trigger, with what maintenance exceeds the
 * line counted as {@link SweepBound} does, the slack is above R.
 *
 * @param triggers of the open legs, in their order
 * @param reserve {@code R}
 */
public record Box(List<LegTrigger> triggers, Reserve reserve) {
  private static final BigDecimal THETA = new BigDecimal("0.8");
  private static final BigDecimal EVENLY = new BigDecimal("0.1");

  public Box {
    triggers = List.copyOf(triggers);
  }

  /**
   * The box around where the account is now. A leg's weight is nine tenths its part of notional ×
   * volatility, and one tenth is shared evenly, so that no leg's trigger is close to it for being
   * small or calm.
   *
   * @param volatilities of the legs' markets in the order of all legs, in any one unit, not
   *     negative
   * @return none if the account is due, or has no open leg
   */
  public static Optional<Box> around(CrossMargin margin, List<BigDecimal> volatilities) {
    BigDecimal slack = margin.slack();
    List<Leg> open = new ArrayList<>();
    List<BigDecimal> risks = new ArrayList<>();
    for (int i = 0; i < margin.legs().size(); i++) {
      Leg leg = margin.legs().get(i);
      if (!leg.position().isFlat()) {
        open.add(leg);
        risks.add(leg.notional().multiply(volatilities.get(i)));
      }
    }
    if (open.isEmpty() || slack.signum() <= 0) {
      return Optional.empty();
    }
    BigDecimal risk = risks.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    List<LegTrigger> triggers = new ArrayList<>();
    Reserve reserve = new Reserve(margin.cash());
    for (int i = 0; i < open.size(); i++) {
      Leg leg = open.get(i);
      BigDecimal weight = weight(risks.get(i), risk, open.size());
      LegTrigger trigger = LegTrigger.of(leg, slack.multiply(THETA).multiply(weight));
      triggers.add(trigger);
      reserve = reserve.with(trigger, leg.position(), leg.contract());
    }
    return Optional.of(new Box(triggers, reserve));
  }

  /** Rounded down, so that all weights together do not exceed one. */
  private static BigDecimal weight(BigDecimal part, BigDecimal all, int legs) {
    BigDecimal even =
        BigDecimal.ONE.divide(
            BigDecimal.valueOf(legs), Rounding.STATISTIC_SCALE, RoundingMode.FLOOR);
    if (all.signum() == 0) {
      return even;
    }
    return part.multiply(BigDecimal.ONE.subtract(EVENLY))
        .divide(all, Rounding.STATISTIC_SCALE, RoundingMode.FLOOR)
        .add(even.multiply(EVENLY));
  }
}
