package venue.domain.smartleverage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;
import static venue.domain.Samples.number;

import java.time.Instant;
import java.time.LocalTime;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import venue.domain.Side;

class FixedMultipleTest {
  private static final FixedMultiple FTX =
      new FixedMultiple(number("3"), number("0"), number("4"), Optional.of(LocalTime.of(0, 2)));

  private static boolean acts(FixedMultiple rule, String leverage, String last, String now) {
    return rule.next(
            new Drift(
                "BTC_USDT_LONG",
                Side.LONG,
                number(leverage),
                number("1"),
                Instant.parse(last),
                Instant.parse(now)))
        .isPresent();
  }

  @Test
  void resetsOnceADayAtItsTimeAndAtOnceAboveItsHighest() {
    assertThat(acts(FTX, "2.8", "2025-01-01T00:02:00Z", "2025-01-02T00:01:59Z")).isFalse();
    assertThat(acts(FTX, "2.8", "2025-01-01T00:02:00Z", "2025-01-02T00:02:00Z")).isTrue();
    assertThat(acts(FTX, "2.8", "2025-01-02T00:02:00Z", "2025-01-02T00:02:05Z")).isFalse();
    assertThat(acts(FTX, "4", "2025-01-02T00:02:00Z", "2025-01-02T00:02:05Z")).isTrue();
    assertThat(acts(FTX, "3.99", "2025-01-02T00:02:00Z", "2025-01-02T00:02:05Z")).isFalse();
  }

  @Test
  void doesNothingWhereThereIsNothingToDo() {
    assertThat(acts(FTX, "3", "2025-01-01T00:02:00Z", "2025-01-02T00:02:00Z")).isFalse();
  }

  @ParameterizedTest(name = "KuCoin 3x, 15 % against it: {0}")
  @CsvSource({"LONG, 4.636363636363", "SHORT, 6.272727272727"})
  void fifteenPercentAgainstItIsThisLeverage(Side side, String leverage) {
    // L(r) = L(1 + r)/(1 + sLr), with sr = −0.15
    double r = side == Side.LONG ? -0.15 : 0.15;
    double drifted = 3 * (1 + r) / (1 + (side == Side.LONG ? 3 : -3) * r);
    assertThat(drifted).isCloseTo(Double.parseDouble(leverage), offset(1e-11));
  }

  @Test
  void moreLeverageThanClosingCanBearIsRefused() {
    FixedMultiple rule =
        new FixedMultiple(number("15"), number("0"), number("20.1"), Optional.empty());
    assertThat(rule.checked().<String>fold(done -> "", refusal -> refusal.message()))
        .contains("highest ≤ 20");
  }

  @ParameterizedTest
  @CsvSource({"3, 3, 4", "3, 0, 3", "0.9, 0, 4", "3, -1, 4"})
  void numbersOutOfOrderAreRefused(String multiple, String lowest, String highest) {
    FixedMultiple rule =
        new FixedMultiple(number(multiple), number(lowest), number(highest), Optional.empty());
    assertThat(rule.checked().<String>fold(done -> "", refusal -> refusal.message()))
        .contains("0 ≤ lowest < multiple < highest");
  }
}
