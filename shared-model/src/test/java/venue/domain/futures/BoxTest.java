package venue.domain.futures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static venue.domain.Samples.number;
import static venue.domain.futures.CrossSamples.leg;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Collections;
import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import venue.domain.Dice;
import venue.domain.Samples;
import venue.domain.Side;
import venue.domain.futures.CrossMargin.Leg;
import venue.domain.market.Contract;
import venue.domain.market.MaintenanceLine;

class BoxTest {
  private static final Contract CONTRACT = Samples.market().contract();

  private static Box around(CrossMargin margin, BigDecimal volatility) {
    return Box.around(margin, Collections.nCopies(margin.legs().size(), volatility)).orElseThrow();
  }

  @Test
  void aSingleLegMayLoseFourFifthsOfTheSlack() {
    Leg leg = leg(CONTRACT, 1_000, number("1000"), number("1000"));
    CrossMargin margin = new CrossMargin(number("105.75"), List.of(leg));
    assertThat(margin.slack()).isEqualByComparingTo("100");
    Box box = around(margin, BigDecimal.ONE);
    LegTrigger trigger = box.triggers().getFirst();
    assertThat(trigger.key()).isEqualByComparingTo("914.25");
    assertThat(box.reserve().amount()).isEqualByComparingTo("20");
  }

  @Test
  void aLegOfTwiceTheRiskMayLoseNearlyTwiceAsMuch() {
    Leg calm = leg(CONTRACT, 1_000, number("1000"), number("1000"));
    Leg wild = leg(CONTRACT, -1_000, number("1000"), number("1000"));
    CrossMargin margin = new CrossMargin(number("111.5"), List.of(calm, wild));
    Box box = Box.around(margin, List.of(number("0.5"), number("1"))).orElseThrow();
    assertThat(box.triggers().get(0).key()).isCloseTo(number("966.25"), near());
    assertThat(box.triggers().get(1).key()).isCloseTo(number("1057.75"), near());
    assertThat(box.triggers().get(1).side()).isEqualTo(Side.SHORT);
  }

  private static Offset<BigDecimal> near() {
    return within(number("0.000001"));
  }

  @Test
  void aLegWithoutVolatilityStillHasRoom() {
    Leg calm = leg(CONTRACT, 1_000, number("1000"), number("1000"));
    Leg wild = leg(CONTRACT, -1_000, number("1000"), number("1000"));
    CrossMargin margin = new CrossMargin(number("111.5"), List.of(calm, wild));
    Box box = Box.around(margin, List.of(BigDecimal.ZERO, BigDecimal.ONE)).orElseThrow();
    assertThat(box.triggers().getFirst().key()).isEqualByComparingTo("990.25");
  }

  @Test
  void aTriggerStopsAtTheEdgeOfItsTierAndTheReserveKeepsWhatItDoesNotUse() {
    Leg leg = leg(CONTRACT, 120_000, number("1000"), number("1000"));
    Box box = around(new CrossMargin(number("100000"), List.of(leg)), BigDecimal.ONE);
    LegTrigger trigger = box.triggers().getFirst();
    MaintenanceLine line = MaintenanceLine.of(CONTRACT, 1);
    assertThat(trigger.tier()).isEqualTo(1);
    BigDecimal slope = BigDecimal.ONE.subtract(line.rate());
    BigDecimal edge = number("100000").divide(number("120"), 20, RoundingMode.FLOOR);
    assertThat(trigger.key()).isCloseTo(edge.multiply(slope), near());
    assertThat(box.reserve().amount()).isGreaterThan(number("70000"));
  }

  @Test
  void anAccountThatIsDueOrHoldsNothingHasNoBox() {
    Leg leg = leg(CONTRACT, 1_000, number("1000"), number("1000"));
    Leg flat = new Leg(Position.flat(CONTRACT), CONTRACT, number("1000"), BigDecimal.ZERO);
    CrossMargin due = new CrossMargin(number("5.75"), List.of(leg));
    assertThat(Box.around(due, List.of(BigDecimal.ONE))).isEmpty();
    CrossMargin empty = new CrossMargin(number("5.75"), List.of(flat));
    assertThat(Box.around(empty, List.of(BigDecimal.ONE))).isEmpty();
  }

  @Test
  void theReserveIsTheSlackAtTheWorstCornerAndAtLeastAFifth() {
    Dice.forEach(
        3_000,
        dice -> {
          CrossMargin margin = CrossSamples.margin(dice);
          Box box = around(margin, BigDecimal.ONE);
          BigDecimal corner = margin.cash();
          for (int i = 0; i < margin.legs().size(); i++) {
            Leg leg = margin.legs().get(i);
            LegTrigger trigger = box.triggers().get(i);
            corner = corner.add(atTrigger(leg, trigger));
            assertThat(trigger.tier())
                .isEqualTo(MaintenanceLine.inForce(leg.contract(), leg.notional()).tier());
          }
          assertThat(box.reserve().amount())
              .isCloseTo(corner, within(number("1e-10")))
              .isLessThanOrEqualTo(corner)
              .isGreaterThan(margin.slack().multiply(number("0.2")).subtract(number("1e-10")));
        });
  }

  /** Equity less the line of the trigger's tier at the price the trigger stands for. */
  private static BigDecimal atTrigger(Leg leg, LegTrigger trigger) {
    MaintenanceLine line = MaintenanceLine.of(leg.contract(), trigger.tier());
    BigDecimal q = leg.contract().base(leg.position().size());
    BigDecimal x = LiquidationPrice.x(leg.price(), leg.fundingIndex(), trigger.side(), line.rate());
    BigDecimal lost = x.subtract(trigger.key()).multiply(q);
    return leg.result().subtract(line.at(leg.notional())).subtract(lost);
  }

  @Test
  void aLegDrawnAnewTakesHalfOfWhatTheOthersLeaveIt() {
    Dice.forEach(
        2_000,
        dice -> {
          CrossMargin margin = CrossSamples.margin(dice);
          Box box = around(margin, BigDecimal.ONE);
          Leg leg = margin.legs().getFirst();
          LegTrigger trigger = box.triggers().getFirst();
          BigDecimal spent = margin.slack().multiply(dice.between("-0.1", "0.1", 3));
          Reserve others =
              box.reserve()
                  .cashChanged(spent.negate())
                  .without(trigger, leg.position(), leg.contract());
          Reserve.Drawn drawn = others.drawn(leg).orElseThrow();
          BigDecimal room = others.amount().add(leg.slack());
          assertThat(drawn.reserve().amount())
              .isGreaterThan(room.divide(BigDecimal.TWO).subtract(number("1e-10")));
          assertThat(
                  drawn.reserve().without(drawn.trigger(), leg.position(), leg.contract()).amount())
              .isCloseTo(others.amount(), within(number("1e-10")));
        });
  }

  @Test
  void aReserveThatOthersHaveSpentDrawsNoTrigger() {
    Leg leg = leg(CONTRACT, 1_000, number("1000"), number("1000"));
    assertThat(new Reserve(number("5.75")).drawn(leg)).isEmpty();
    assertThat(new Reserve(number("5.76")).drawn(leg)).isPresent();
    assertThat(new Reserve(BigDecimal.ZERO).isSpent()).isTrue();
    assertThat(new Reserve(number("0.01")).isSpent()).isFalse();
  }
}
