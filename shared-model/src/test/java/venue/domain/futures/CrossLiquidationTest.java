package venue.domain.futures;

import static org.assertj.core.api.Assertions.assertThat;
import static venue.domain.Samples.number;
import static venue.domain.futures.CrossSamples.leg;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import venue.domain.Dice;
import venue.domain.Samples;
import venue.domain.futures.CrossLiquidation.Tradable;
import venue.domain.futures.CrossMargin.Leg;
import venue.domain.market.Contract;

class CrossLiquidationTest {
  private static final Contract CONTRACT = Samples.market().contract();
  private static final BigDecimal COST = number("0.0011");

  @Test
  void anAccountThatIsNotDueHasNoStep() {
    Leg leg = leg(CONTRACT, 1_000, number("1000"), number("1000"));
    assertThat(CrossLiquidation.next(new CrossMargin(number("5.76"), List.of(leg)), all(1)))
        .isEmpty();
    assertThat(CrossLiquidation.next(new CrossMargin(number("5.75"), List.of(leg)), all(1)))
        .isPresent();
  }

  @Test
  void theLegOfTheHigherTierGoesFirstBecauseItFreesMostMaintenance() {
    Leg small = leg(CONTRACT, 10_000, number("1000"), number("1000"));
    Leg large = leg(CONTRACT, -700_000, number("1000"), number("1000"));
    CrossMargin margin = new CrossMargin(number("9000"), List.of(small, large));
    assertThat(CrossLiquidation.next(margin, all(2)).orElseThrow().leg()).isEqualTo(1);
    assertThat(CrossLiquidation.next(margin, List.of(new Tradable(0, COST))).orElseThrow())
        .isEqualTo(new CrossLiquidation(0, 10_000, OptionalInt.empty()));
    assertThat(CrossLiquidation.next(margin, List.of())).isEmpty();
  }

  @Test
  void theCheaperOfTwoLegsOfTheSameTierGoesFirst() {
    Leg one = leg(CONTRACT, 10_000, number("1000"), number("1000"));
    Leg other = leg(CONTRACT, 9_000, number("1000"), number("1000"));
    CrossMargin margin = new CrossMargin(number("100"), List.of(one, other));
    assertThat(
            CrossLiquidation.next(
                    margin, List.of(new Tradable(0, COST), new Tradable(1, number("0.001"))))
                .orElseThrow()
                .leg())
        .isEqualTo(1);
    assertThat(CrossLiquidation.next(margin, all(2)).orElseThrow().leg()).isZero();
  }

  @Test
  void aLegWhoseRateDoesNotCoverTheCostIsClosed() {
    Leg leg = leg(CONTRACT, 1_000, number("1000"), number("1000"));
    CrossMargin margin = new CrossMargin(number("5.75"), List.of(leg));
    assertThat(CrossLiquidation.next(margin, List.of(new Tradable(0, number("0.0115")))))
        .contains(new CrossLiquidation(0, 1_000, OptionalInt.empty()));
  }

  private static List<Tradable> all(int legs) {
    List<Tradable> tradable = new ArrayList<>();
    for (int i = 0; i < legs; i++) {
      tradable.add(new Tradable(i, COST));
    }
    return List.copyOf(tradable);
  }

  @Test
  void aStepBringsTwiceMaintenanceOrClosesItsLegAndNoContractFewerWould() {
    int[] counted = new int[2];
    Dice.forEach(
        5_000,
        dice -> {
          CrossMargin margin = due(dice);
          List<Tradable> tradable = tradable(dice, margin);
          Optional<CrossLiquidation> next = CrossLiquidation.next(margin, tradable);
          assertThat(next.isPresent()).isEqualTo(!tradable.isEmpty());
          next.ifPresent(
              step -> {
                BigDecimal cost =
                    tradable.stream()
                        .filter(one -> one.leg() == step.leg())
                        .findFirst()
                        .orElseThrow()
                        .cost();
                long held = Math.abs(margin.legs().get(step.leg()).position().size());
                assertThat(step.contracts()).isBetween(1L, held);
                boolean closes = step.contracts() == held;
                counted[closes ? 1 : 0]++;
                if (!closes) {
                  assertThat(isRestored(margin, step, cost)).isTrue();
                  CrossLiquidation fewer =
                      new CrossLiquidation(step.leg(), step.contracts() - 1, OptionalInt.empty());
                  assertThat(isRestored(margin, fewer, cost)).isFalse();
                }
              });
        });
    System.out.printf(
        "Cross liquidation: %d steps reduced their leg, %d closed it%n", counted[0], counted[1]);
    assertThat(counted[0]).isGreaterThan(500);
    assertThat(counted[1]).isGreaterThan(500);
  }

  @Test
  void stepAfterStepEndsWithAnAccountThatIsNotDue() {
    Dice.forEach(
        2_000,
        dice -> {
          CrossMargin margin = due(dice);
          int steps = 0;
          Optional<CrossLiquidation> next =
              CrossLiquidation.next(margin, all(margin.legs().size()));
          while (next.isPresent()) {
            margin = after(margin, next.get(), COST);
            steps++;
            next = CrossLiquidation.next(margin, all(margin.legs().size()));
          }
          assertThat(margin.isDue()).isFalse();
          assertThat(steps).isBetween(1, margin.legs().size());
        });
  }

  private static CrossMargin due(Dice dice) {
    CrossMargin sound = CrossSamples.margin(dice);
    BigDecimal missing =
        sound.maintenance().multiply(dice.between("0", "1.2", 3)).setScale(12, RoundingMode.UP);
    return new CrossMargin(sound.cash().subtract(sound.slack()).subtract(missing), sound.legs());
  }

  private static List<Tradable> tradable(Dice dice, CrossMargin margin) {
    List<Tradable> tradable = new ArrayList<>();
    for (int i = 0; i < margin.legs().size(); i++) {
      if (dice.chance(0.7)) {
        tradable.add(new Tradable(i, dice.between("0", "0.02", 4)));
      }
    }
    return List.copyOf(tradable);
  }

  private static boolean isRestored(CrossMargin margin, CrossLiquidation step, BigDecimal cost) {
    CrossMargin after = after(margin, step, cost);
    return after.equity().compareTo(after.maintenance().multiply(BigDecimal.TWO)) >= 0;
  }

  /** Closed at {@code P}: what the contracts had won or lost becomes cash, less the cost. */
  private static CrossMargin after(CrossMargin margin, CrossLiquidation step, BigDecimal cost) {
    Leg leg = margin.legs().get(step.leg());
    long held = leg.position().size();
    long left = held - Long.signum(held) * step.contracts();
    Position reduced = CrossSamples.position(leg.contract(), left, leg.price(), leg.fundingIndex());
    BigDecimal paid = leg.contract().base(step.contracts()).multiply(leg.price()).multiply(cost);
    List<Leg> legs = new ArrayList<>(margin.legs());
    legs.set(step.leg(), new Leg(reduced, leg.contract(), leg.price(), leg.fundingIndex()));
    return new CrossMargin(margin.cash().add(leg.result()).subtract(paid), legs);
  }
}
