package venue.domain.futures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static venue.domain.Samples.done;
import static venue.domain.Samples.number;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import venue.domain.Vectors;
import venue.domain.Vectors.Vector;
import venue.domain.market.Contract;
import venue.domain.market.TierTable;

/**
 * Positions captured from Gate, and figures published for its formula, to every digit published.
 */
class GateVectorsTest {

  @TestFactory
  List<DynamicTest> liquidationPricesOfTheGateFormula() throws IOException {
    return Vectors.group("liq.gate_okx").stream()
        .map(
            vector ->
                DynamicTest.dynamicTest(
                    vector.toString(),
                    () ->
                        assertThat(
                                liquidationPrice(
                                        vector,
                                        vector.input("entry"),
                                        vector.input("size"),
                                        vector.input("mmr"),
                                        vector.input("taker_fee"))
                                    .setScale(10, RoundingMode.HALF_EVEN))
                            .isEqualByComparingTo(
                                vector.expectedNumber().setScale(10, RoundingMode.HALF_EVEN))))
        .toList();
  }

  @TestFactory
  List<DynamicTest> positionsCapturedFromGate() throws IOException {
    return Vectors.group("live.gate").stream()
        .map(vector -> DynamicTest.dynamicTest(vector.toString(), () -> captured(vector)))
        .toList();
  }

  private static void captured(Vector vector) {
    BigDecimal expected = vector.expectedNumber();
    BigDecimal actual;
    if (vector.inputs().has("added")) {
      actual =
          Position.initialMargin(
                  vector.input("entry_value"),
                  vector.inputs().get("leverage").intValue(),
                  number("0.00075"))
              .add(vector.input("added"));
    } else if (vector.inputs().has("margin")) {
      actual =
          liquidationPrice(
              vector,
              vector.input("entry"),
              vector.input("base"),
              vector.input("mmr"),
              vector.input("contract_taker"));
    } else if (vector.inputs().has("fee")) {
      actual =
          vector
              .input("base")
              .multiply(vector.input("entry"))
              .multiply(vector.input("fee"))
              .negate();
    } else if (vector.inputs().has("entry")) {
      Contract contract = contract(vector.input("base"), "0.005", "0.00075");
      actual =
          position(contract, vector.input("entry"), BigDecimal.ONE, BigDecimal.ONE)
              .unrealised(contract, vector.input("mark"));
    } else {
      actual =
          contract(vector.input("base"), "0.005", "0.00075").base(1).multiply(vector.input("mark"));
    }
    assertThat(actual.setScale(expected.scale(), RoundingMode.HALF_EVEN))
        .isEqualByComparingTo(expected);
  }

  private static BigDecimal liquidationPrice(
      Vector vector, BigDecimal entry, BigDecimal base, BigDecimal rate, BigDecimal takerFee) {
    Contract contract = contract(base, rate.toPlainString(), takerFee.toPlainString());
    Position position = position(contract, entry, vector.input("margin"), vector.input("side"));
    return LiquidationPrice.of(position, contract, BigDecimal.ZERO).price();
  }

  private static Position position(
      Contract contract, BigDecimal entry, BigDecimal margin, BigDecimal side) {
    long size = side.longValueExact();
    return new Position(
        Slot.single(contract.name()),
        size,
        contract.base(size).multiply(entry),
        margin,
        BigDecimal.ZERO,
        5,
        false,
        1,
        Realised.NONE,
        Turnover.NONE,
        Instant.EPOCH,
        Instant.EPOCH,
        0);
  }

  private static Contract contract(BigDecimal base, String rate, String takerFee) {
    TierTable tiers =
        done(TierTable.of(1, List.of(new TierTable.Row(number("1000000"), number(rate), 20))));
    return new Contract(
        "X_USDT",
        base,
        number("0.000000000001"),
        1,
        1_000_000,
        1,
        20,
        10,
        number(takerFee),
        number("0.0005"),
        number("0.001"),
        tiers);
  }

  @Test
  void aFlatPositionHasNoLiquidationPrice() {
    Contract contract = contract(BigDecimal.ONE, "0.005", "0.00075");
    assertThatThrownBy(
            () -> LiquidationPrice.of(Position.flat(contract), contract, BigDecimal.ZERO))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
