package venue.domain.futures;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import venue.domain.Vectors;
import venue.domain.Vectors.Vector;

/**
 * Figures that other venues and programs published, or that were captured from them, against the
 * code of this one. Lists name a whole group of vectors, or one of it as {@code group/name}.
 */
class FuturesVectorsTest {

  private static final Map<String, Consumer<Vector>> ADOPTED =
      Map.ofEntries(
          entry("live.gate", VectorRules::captured),
          entry("liq.gate", VectorRules::liquidationPrice),
          entry("liq.gate_okx", VectorRules::liquidationPrice),
          entry("liq.binance", VectorRules::liquidationPriceOrThatOfALeg),
          entry("liq.hyperliquid", VectorRules::liquidationPriceOfRoundedCollateral),
          entry("liq.dydx", VectorRules::liquidationPriceBesideOtherMaintenance),
          entry(
              "dydx.margin/IMR: price 36750, base qty 12000e-6 (=0.012), IM 20%",
              VectorRules::initialMargin),
          entry("dydx.insurance_delta", VectorRules::liquidationFee),
          entry("partial.drift", VectorRules::reduction),
          entry("tier.binance", VectorRules::deduction),
          entry("tier.gate", VectorRules::maintenance),
          entry("tier.bybit", VectorRules::maintenance),
          entry("impact.synthetix", VectorRules::fillPrice),
          entry("impact.gtrade", VectorRules::impact),
          entry("funding.payment", VectorRules::fundingPayment),
          entry("sig.gate", VectorRules::signature));

  private static final Map<String, String> NOT_ADOPTED =
      Map.ofEntries(
          entry(
              "liq.bybit",
              "maintenance is reckoned at the entry price; here at the price of the moment"),
          entry(
              "liq.gmx_v1",
              "a flat 5 USD and 1 % of the value at entry stand for maintenance; here tiers do"),
          entry(
              "dydx.fillable",
              "the price of a liquidation depends on the margin; here it is the tick's, half the spread worse"),
          entry(
              "dydx.bankruptcy_quote",
              "nothing is settled at a bankruptcy price; the insurance pays what margin does not"),
          entry(
              "dydx.margin/MMR 50% of IM",
              "maintenance is a part of initial margin; here each tier states its own rate"),
          entry(
              "bankruptcy.phemex",
              "the fee kept back is that of the bankruptcy price; here, as at Gate, that of the entry"),
          entry("bankruptcy.bybit_inverse", "settled in the base; here everything is in USDT"),
          entry("im.deribit", "the rate rises with every unit of size; here by tiers"),
          entry("mm.deribit", "the rate rises with every unit of size; here by tiers"),
          entry(
              "im.nautilus",
              "initial margin by a rate; here by leverage, a whole number: 3 % lies between 33 and 34"),
          entry(
              "funding.synthetix",
              "the skew sets how fast the rate changes; here it sets the rate itself"),
          entry(
              "impact.gmx_v2",
              "impact grows with the square of the imbalance and may be a rebate; here never"),
          entry(
              "adl.bitmex",
              "bankrupt positions are set off against winning ones; here the insurance and the house pay"));

  static Stream<Vector> adopted() throws IOException {
    return Vectors.all().stream().filter(vector -> rules(vector, ADOPTED.keySet()).size() == 1);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("adopted")
  void isWhatThisVenueReckonsToo(Vector vector) {
    String rule = rules(vector, ADOPTED.keySet()).getFirst();
    Objects.requireNonNull(ADOPTED.get(rule)).accept(vector);
  }

  @Test
  void everyVectorIsAdoptedOrSaidWhyNotAndNothingElseIsListed() throws IOException {
    Set<String> listed = new TreeSet<>(ADOPTED.keySet());
    listed.addAll(NOT_ADOPTED.keySet());
    assertThat(listed).hasSize(ADOPTED.size() + NOT_ADOPTED.size());
    assertThat(Vectors.all())
        .allSatisfy(vector -> assertThat(rules(vector, listed)).as("%s", vector).hasSize(1));
    assertThat(
            Vectors.all().stream()
                .flatMap(vector -> rules(vector, listed).stream())
                .collect(Collectors.toSet()))
        .isEqualTo(listed);
  }

  private static List<String> rules(Vector vector, Set<String> listed) {
    return Stream.of(vector.group(), vector.group() + "/" + vector.name())
        .filter(listed::contains)
        .toList();
  }
}
