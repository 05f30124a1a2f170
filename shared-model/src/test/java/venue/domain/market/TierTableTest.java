package venue.domain.market;

import static org.assertj.core.api.Assertions.assertThat;
import static venue.domain.Samples.done;
import static venue.domain.Samples.number;
import static venue.domain.Samples.refusal;

import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;

class TierTableTest {

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
