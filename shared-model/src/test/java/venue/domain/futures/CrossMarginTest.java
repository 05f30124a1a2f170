package venue.domain.futures;

import static org.assertj.core.api.Assertions.assertThat;
import static venue.domain.Samples.number;
import static venue.domain.futures.CrossSamples.leg;
import static venue.domain.futures.CrossSamples.needing;
import static venue.domain.futures.CrossSamples.oneTier;
import static venue.domain.futures.CrossSamples.position;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import org.junit.jupiter.api.Test;
import venue.domain.Dice;
import venue.domain.Samples;
import venue.domain.futures.CrossMargin.Leg;
import venue.domain.market.Contract;

class CrossMarginTest {
  private static final Contract CONTRACT = Samples.market().contract();

  /** The case of a public complaint: 5 + (P − 100) = 0.004·P + 4, and without the other leg + 0. */
  @Test
  void theMaintenanceOfTheOtherLegTakesFourFifthsOfTheRoomToTheLiquidationPrice() {
    Contract contract = oneTier(BigDecimal.ONE, number("0.004"), BigDecimal.ZERO, BigDecimal.ZERO);
    Leg leg = leg(contract, 1, number("100"), number("100"));
    assertThat(shown(new CrossMargin(number("5"), List.of(leg)).liquidationPrice(leg)))
        .isEqualTo("95.38");
    Leg other = needing(number("4"));
    assertThat(shown(new CrossMargin(number("5"), List.of(leg, other)).liquidationPrice(leg)))
        .isEqualTo("99.40");
  }

  private static String shown(BigDecimal price) {
    return price.setScale(2, RoundingMode.HALF_EVEN).toPlainString();
  }

  @Test
  void theProfitOfOneLegBearsTheLossOfAnother() {
    Leg winning = leg(CONTRACT, 1_000, number("900"), number("1000"));
    Leg losing = leg(CONTRACT, -1_000, number("910"), number("1000"));
    CrossMargin margin = new CrossMargin(number("5"), List.of(winning, losing));
    assertThat(margin.equity()).isEqualByComparingTo("15");
    assertThat(margin.maintenance()).isEqualByComparingTo("11.5");
    assertThat(margin.slack()).isEqualByComparingTo("3.5");
    assertThat(margin.isDue()).isFalse();
    assertThat(new CrossMargin(number("1.5"), margin.legs()).isDue()).isTrue();
  }

  @Test
  void aProfitIsNeverAvailableAndALossAlwaysCounts() {
    Leg winning = leg(CONTRACT, 1_000, number("900"), number("1000"));
    Leg losing = leg(CONTRACT, -1_000, number("910"), number("1000"));
    CrossMargin margin = new CrossMargin(number("500"), List.of(winning, losing));
    assertThat(margin.initialMargin()).isEqualByComparingTo("201.5");
    assertThat(margin.available()).isEqualByComparingTo("208.5");
  }

  @Test
  void fundingOwedIsALossAndFundingToReceiveIsNoCash() {
    Position held = position(CONTRACT, 1_000, number("1000"), BigDecimal.ZERO);
    Leg paying = new Leg(held, CONTRACT, number("1000"), number("3"));
    Leg receiving = new Leg(held, CONTRACT, number("1000"), number("-3"));
    assertThat(new CrossMargin(number("200"), List.of(paying)).equity())
        .isEqualByComparingTo("197");
    assertThat(new CrossMargin(number("200"), List.of(paying)).available())
        .isEqualByComparingTo("96.25");
    assertThat(new CrossMargin(number("200"), List.of(receiving)).equity())
        .isEqualByComparingTo("203");
    assertThat(new CrossMargin(number("200"), List.of(receiving)).available())
        .isEqualByComparingTo("99.25");
  }

  @Test
  void anAccountWithoutOpenLegIsNotDueHoweverLittleItHas() {
    assertThat(new CrossMargin(BigDecimal.ZERO, List.of()).isDue()).isFalse();
    Leg flat = new Leg(Position.flat(CONTRACT), CONTRACT, number("1000"), number("1"));
    assertThat(new CrossMargin(BigDecimal.ZERO, List.of(flat)).isDue()).isFalse();
    assertThat(new CrossMargin(BigDecimal.ZERO, List.of(flat)).slack()).isZero();
  }

  @Test
  void theLiquidationPriceIsZeroWhereNoPositivePriceExists() {
    Leg leg = leg(CONTRACT, 1, number("1000"), number("1000"));
    assertThat(new CrossMargin(number("10"), List.of(leg)).liquidationPrice(leg)).isZero();
  }

  @Test
  void theAccountIsDueExactlyAtOrBeyondTheLiquidationPriceOfEachLeg() {
    Dice.forEach(
        3_000,
        dice -> {
          CrossMargin margin = CrossSamples.margin(dice);
          int at = dice.between(0, margin.legs().size() - 1);
          Leg leg = margin.legs().get(at);
          BigDecimal price = margin.liquidationPrice(leg);
          BigDecimal step = leg.contract().priceStep();
          BigDecimal s = leg.position().side().sign();
          BigDecimal beyond = price.subtract(step.multiply(s));
          BigDecimal before = price.add(step.multiply(s));
          if (price.signum() > 0 && before.signum() > 0 && beyond.signum() > 0) {
            assertThat(CrossSamples.at(margin, at, beyond).isDue()).isTrue();
            assertThat(CrossSamples.at(margin, at, before).isDue()).isFalse();
          }
        });
  }
}
