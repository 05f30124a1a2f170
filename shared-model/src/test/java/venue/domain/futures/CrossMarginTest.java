package venue.domain.futures;

import static org.assertj.core.api.Assertions.assertThat;
import static venue.domain.Samples.number;
import static venue.domain.futures.CrossSamples.leg;
import static venue.domain.futures.CrossSamples.oneTier;
import static venue.domain.futures.CrossSamples.position;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import venue.domain.Dice;
import venue.domain.Samples;
import venue.domain.Vectors;
import venue.domain.Vectors.Vector;
import venue.domain.futures.CrossMargin.Leg;
import venue.domain.market.Contract;

class CrossMarginTest {
  private static final Contract CONTRACT = Samples.market().contract();

  /** What another program published for one account and two legs, leg after leg. */
  @TestFactory
  List<DynamicTest> binancesLiquidationPricesOfTheLegsOfOneAccount() throws IOException {
    List<Vector> cross =
        Vectors.group("liq.binance").stream().filter(one -> one.inputs().has("legs")).toList();
    CrossMargin margin = binance(cross.getFirst());
    List<DynamicTest> tests = new ArrayList<>();
    for (int i = 0; i < cross.size(); i++) {
      Vector vector = cross.get(i);
      Leg leg = margin.legs().get(i);
      tests.add(
          DynamicTest.dynamicTest(
              vector.toString(),
              () ->
                  assertThat(margin.liquidationPrice(leg).setScale(2, RoundingMode.HALF_EVEN))
                      .isEqualByComparingTo(vector.expectedNumber())));
    }
    assertThat(tests).hasSize(2);
    return tests;
  }

  private static CrossMargin binance(Vector vector) {
    List<Leg> legs = new ArrayList<>();
    for (JsonNode one : vector.inputs().get("legs")) {
      Contract contract =
          oneTier(field(one, "size"), field(one, "mmr"), field(one, "cum"), BigDecimal.ZERO);
      legs.add(leg(contract, 1, field(one, "entry"), field(one, "mark")));
    }
    return new CrossMargin(vector.input("wallet"), legs);
  }

  private static BigDecimal field(JsonNode node, String name) {
    return new BigDecimal(node.get(name).asText());
  }

  @TestFactory
  List<DynamicTest> dydxsLiquidationPriceCountsTheMaintenanceOfTheOtherLeg() throws IOException {
    return Vectors.group("liq.dydx").stream()
        .filter(vector -> vector.inputs().has("other_mm"))
        .map(
            vector ->
                DynamicTest.dynamicTest(
                    vector.toString(),
                    () ->
                        assertThat(dydx(vector).setScale(2, RoundingMode.HALF_EVEN))
                            .isEqualByComparingTo(vector.expectedNumber())))
        .toList();
  }

  private static BigDecimal dydx(Vector vector) {
    Contract contract =
        oneTier(vector.input("size").abs(), vector.input("mmf"), BigDecimal.ZERO, BigDecimal.ZERO);
    Leg leg = leg(contract, -1, vector.input("price"), vector.input("price"));
    Leg other = needing(vector.input("other_mm"));
    return new CrossMargin(vector.input("equity"), List.of(leg, other)).liquidationPrice(leg);
  }

  /** A leg without result whose maintenance is so much. */
  private static Leg needing(BigDecimal maintenance) {
    Contract contract = oneTier(BigDecimal.ONE, number("0.1"), BigDecimal.ZERO, BigDecimal.ZERO);
    BigDecimal price = maintenance.multiply(BigDecimal.TEN);
    return leg(contract, 1, price, price);
  }

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
