package venue.domain.smartleverage;

import static org.assertj.core.api.Assertions.assertThat;
import static venue.domain.Samples.START;
import static venue.domain.Samples.number;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import venue.domain.Side;

class VariableRangeTest {
  private static final VariableRange RANGE =
      new VariableRange(number("2"), number("1.25"), number("4"));

  private static BigDecimal next(String leverage) {
    return RANGE
        .next(
            new Drift(
                "BTC_USDT_LONG",
                Side.LONG,
                number(leverage),
                number("1"),
                START,
                START.plusSeconds(5)))
        .orElse(number(leverage));
  }

  @Test
  void isLeftAloneInsideAndBroughtToTheEdgeOutside() {
    assertThat(next("1.25")).isEqualByComparingTo("1.25");
    assertThat(next("4")).isEqualByComparingTo("4");
    assertThat(next("4.01")).isEqualByComparingTo("4");
    assertThat(next("1.24")).isEqualByComparingTo("1.25");
  }

  @ParameterizedTest
  @CsvSource({"2, 0, 4", "1, 1.25, 4", "5, 1.25, 4", "2, 2, 2"})
  void numbersOutOfOrderAreRefused(String start, String lowest, String highest) {
    VariableRange rule = new VariableRange(number(start), number(lowest), number(highest));
    assertThat(rule.checked().<String>fold(done -> "", refusal -> refusal.message()))
        .contains("variable_range: 0 < lowest ≤ start ≤ highest");
  }
}
