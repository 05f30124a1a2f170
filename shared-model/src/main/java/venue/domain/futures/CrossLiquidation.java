package venue.domain.futures;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import venue.domain.futures.CrossMargin.Leg;
import venue.domain.market.MaintenanceLine;

/**
 * The next step of the liquidation of an account with cross margin. A long and a short one in the
 * same market are closed against each other first, at the market's price: that takes no risk on and
 * costs nothing. Else one leg is reduced until equity is {@code maintenance × (1 + buffer)} again,
 * or closed if that is not enough or does not help. The leg is the one that frees most maintenance
 * per cost, {@code (1 + buffer)·r_k / c} with the rate of the tier in force; of two that free the
 * same, the larger. After a step the account may still be due: then there is a next one.
 *
 * @param leg index among the account's legs, from 0
 * @param contracts to close, positive; at most all of the leg's
 * @param against index of the leg in the same market that as many contracts of are closed, so that
 *     nothing is traded with the house; none if the leg is closed against the house
 */
public record CrossLiquidation(int leg, long contracts, OptionalInt against) {
  private static final BigDecimal BUFFER = BigDecimal.ONE;

  /**
   * A leg that may be traded now, because the tick of its market is good.
   *
   * @param leg index among the account's legs, from 0
   * @param cost {@code c} of closing per notional: half spread and liquidation fee
   */
  public record Tradable(int leg, BigDecimal cost) {}

  /** The next step; none if the account is not due, or no open leg may be traded now. */
  public static Optional<CrossLiquidation> next(CrossMargin margin, List<Tradable> tradable) {
    if (!margin.isDue()) {
      return Optional.empty();
    }
    List<Tradable> open =
        tradable.stream().filter(one -> !margin.legs().get(one.leg()).position().isFlat()).toList();
    return hedged(margin, open)
        .or(
            () ->
                open.stream()
                    .max(byFreedPerCost(margin))
                    .map(
                        one ->
                            new CrossLiquidation(
                                one.leg(), contracts(margin, one), OptionalInt.empty())));
  }

  private static Optional<CrossLiquidation> hedged(CrossMargin margin, List<Tradable> open) {
    for (Tradable one : open) {
      Position held = margin.legs().get(one.leg()).position();
      for (Tradable other : open) {
        Position against = margin.legs().get(other.leg()).position();
        if (held.size() > 0 && held.slot().isBeside(against.slot())) {
          long contracts = Math.min(held.size(), -against.size());
          return Optional.of(
              new CrossLiquidation(one.leg(), contracts, OptionalInt.of(other.leg())));
        }
      }
    }
    return Optional.empty();
  }

  /** {@code r_a/c_a} against {@code r_b/c_b}, multiplied out because a cost may be zero. */
  private static Comparator<Tradable> byFreedPerCost(CrossMargin margin) {
    Comparator<Tradable> freed =
        (a, b) ->
            rate(margin.legs().get(a.leg()))
                .multiply(b.cost())
                .compareTo(rate(margin.legs().get(b.leg())).multiply(a.cost()));
    return freed.thenComparing(one -> margin.legs().get(one.leg()).notional());
  }

  private static BigDecimal rate(Leg leg) {
    return MaintenanceLine.inForce(leg.contract(), leg.notional()).rate();
  }

  /** The leg has to bring its own maintenance to what equity leaves it beside the other legs'. */
  private static long contracts(CrossMargin margin, Tradable one) {
    Leg leg = margin.legs().get(one.leg());
    BigDecimal others = margin.maintenance().subtract(leg.maintenance());
    BigDecimal left = margin.equity().subtract(BigDecimal.ONE.add(BUFFER).multiply(others));
    return Shortage.contracts(leg.position(), leg.contract(), leg.price(), left, BUFFER, one.cost())
        .orElse(Math.abs(leg.position().size()));
  }
}
