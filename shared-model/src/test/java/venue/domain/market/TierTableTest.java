package venue.domain.market;

import static org.assertj.core.api.Assertions.assertThat;
import static venue.domain.Samples.done;
import static venue.domain.Samples.number;
import static venue.domain.Samples.refusal;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import venue.domain.Vectors;

class TierTableTest {

  @TestFactory
  List<DynamicTest> deductionsFollowBinancesRecurrence() throws IOException {
    return Vectors.group("tier.binance").stream()
        .map(
            vector ->
                DynamicTest.dynamicTest(
                    vector.toString(),
                    () -> {
                      boolean first = vector.inputs().get("prev_mmr").isNull();
                      assertThat(
                              Tier.deduction(
                                  vector.input("floor"),
                                  vector.input("mmr"),
                                  first ? BigDecimal.ZERO : vector.input("prev_mmr"),
                                  vector.input("prev_cum")))
                          .isEqualByComparingTo(vector.expectedNumber());
                    }))
        .toList();
  }

  @TestFactory
  List<DynamicTest> maintenanceOfGateAndBybitTiers() throws IOException {
    List<Vectors.Vector> vectors = new ArrayList<>(Vectors.group("tier.gate"));
    vectors.addAll(Vectors.group("tier.bybit"));
    return vectors.stream()
        .map(
            vector ->
                DynamicTest.dynamicTest(
                    vector.toString(),
                    () ->
                        assertThat(
                                table(vector.inputs().get("tiers"))
                                    .maintenance(vector.input("value"), BigDecimal.ZERO))
                            .isEqualByComparingTo(vector.expectedNumber())))
        .toList();
  }

  private static TierTable table(JsonNode rows) {
    List<TierTable.Row> tiers = new ArrayList<>();
    for (JsonNode row : rows) {
      String limit = row.get(0).isNull() ? "1000000000" : row.get(0).asText();
      tiers.add(new TierTable.Row(number(limit), number(row.get(1).asText()), 10));
    }
    return done(TierTable.of(1, tiers));
  }

  @Test
  void maintenanceIsTheHighestOfTheLinesAndContinuousWhereTheyMeet() {
    TierTable table =
        done(TierTable.of(1, List.of(row("1000", "0.01", 50), row("5000", "0.02", 20))));
    assertThat(table.maintenance(number("1000"), BigDecimal.ZERO)).isEqualByComparingTo("10");
    assertThat(table.maintenance(number("1000.01"), BigDecimal.ZERO))
        .isEqualByComparingTo("10.0002");
    assertThat(table.maintenance(number("3000"), BigDecimal.ZERO)).isEqualByComparingTo("50");
  }

  @Test
  void refusesRatesThatDoNotRise() {
    assertThat(
            refusal(TierTable.of(1, List.of(row("1000", "0.02", 20), row("5000", "0.01", 10))))
                .message())
        .contains("rise");
  }

  @Test
  void refusesATierWhoseInitialMarginIsNotAboveItsMaintenance() {
    assertThat(refusal(TierTable.of(1, List.of(row("1000", "0.02", 50)))).message())
        .contains("1 / leverage_max");
  }

  private static TierTable.Row row(String limit, String rate, int leverage) {
    return new TierTable.Row(number(limit), number(rate), leverage);
  }
}
