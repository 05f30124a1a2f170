package venue.domain.smartleverage;

import static org.assertj.core.api.Assertions.assertThat;
import static venue.domain.Samples.START;
import static venue.domain.Samples.number;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import venue.domain.Side;

/**
 * FLI's ETH 2x as its specification sets it up: 2 ETH of collateral and 1000 USDC of debt. What
 * limits its trades in a lending pool (largest trade, largest borrowing, the chunks they lead to)
 * has no counterpart here: a fund trades with the house.
 */
class RecentringBandTest {
  private static final RecentringBand FLI =
      new RecentringBand(
          number("2"),
          number("1.7"),
          number("2.3"),
          number("2.6"),
          number("0.05"),
          Duration.ofDays(1),
          Duration.ofSeconds(60));

  private static Optional<BigDecimal> next(BigDecimal leverage, long seconds) {
    return FLI.next(
        new Drift(
            "ETH_USDT_LONG",
            Side.LONG,
            leverage,
            BigDecimal.ONE,
            START,
            START.plusSeconds(seconds)));
  }

  private static BigDecimal leverageAt(String price) {
    BigDecimal collateral = number(price).multiply(number("2"));
    return collateral.divide(collateral.subtract(number("1000")), 18, RoundingMode.FLOOR);
  }

  @ParameterizedTest(name = "ETH at {0}: from {1} to {2}")
  @CsvSource({
    "1010, 1.980392156862745098, 1.981372549019607843, 0.00099009900990099",
    "990, 2.020408163265306122, 2.019387755102040815, 0.00101010101010101",
    "1200, 1.714285714285714285, 1.72857142857142857, 0.016666666666666664",
    "1300, 1.625, 1.7, 0.092307692307692306",
    "1400, 1.555555555555555555, 1.7, 0.185714285714285714",
    "1500, 1.5, 1.7, 0.266666666666666666",
    "900, 2.25, 2.2375, 0.01111111111111111",
    "850, 2.428571428571428571, 2.3, 0.10588235294117647",
    "800, 2.666666666666666666, 2.3, 0.274999999999999998",
    "750, 3, 2.3, 0.466666666666666666"
  })
  void goesWhereTheIndexGoes(String price, BigDecimal leverage, BigDecimal aim, BigDecimal traded) {
    assertThat(leverageAt(price)).isEqualByComparingTo(leverage);
    BigDecimal to = next(leverage, 100_000).orElseThrow();
    BigDecimal unit = number("0.000000000000000003");
    assertThat(to).isBetween(aim.subtract(unit), aim.add(unit));
    BigDecimal trade =
        to.subtract(leverage).abs().multiply(number("2")).divide(leverage, MathContext.DECIMAL64);
    assertThat(trade).isBetween(traded.subtract(number("1e-15")), traded.add(number("1e-15")));
  }

  @ParameterizedTest(name = "ETH at {0}, {1} s after the last trade: {2}")
  @CsvSource({
    "800, 100, true",
    "990, 100000, true",
    "850, 1, true",
    "1400, 1, true",
    "800, 59, false",
    "990, 86399, false",
    "650, 61, true"
  })
  void actsWhenTheIndexActs(String price, long seconds, boolean acts) {
    assertThat(next(leverageAt(price), seconds).isPresent()).isEqualTo(acts);
  }

  /** R10: another index that says it goes half of the way. */
  @ParameterizedTest(name = "Risedle at {0}: a step of {1}")
  @CsvSource({"1.75, 0.125", "2.6, 0.3"})
  void goesHalfOfTheWayAtASpeedOfOneHalf(BigDecimal leverage, BigDecimal step) {
    RecentringBand half =
        new RecentringBand(
            number("2"),
            number("1.5"),
            number("3"),
            number("4"),
            number("0.5"),
            Duration.ofDays(1),
            Duration.ofSeconds(60));
    Drift drift =
        new Drift(
            "ETH_USDT_LONG", Side.LONG, leverage, BigDecimal.ONE, START, START.plusSeconds(90_000));
    assertThat(half.next(drift).orElseThrow().subtract(leverage).abs()).isEqualByComparingTo(step);
  }

  @ParameterizedTest
  @CsvSource({"1.8, 1.7, 2.3, 2.6, 0.05", "2, 2.1, 2.3, 2.6, 0.05", "2, 1.7, 2.7, 2.6, 0.05"})
  void numbersOutOfOrderAreRefusedWithTheRuleTheyBreak(
      BigDecimal target,
      BigDecimal lowest,
      BigDecimal highest,
      BigDecimal ripcord,
      BigDecimal speed) {
    RecentringBand band =
        new RecentringBand(
            target, lowest, highest, ripcord, speed, Duration.ofDays(1), Duration.ofSeconds(60));
    boolean inOrder =
        lowest.compareTo(target) <= 0
            && target.compareTo(highest) <= 0
            && highest.compareTo(ripcord) <= 0;
    assertThat(band.checked().<String>fold(done -> "", refusal -> refusal.message()))
        .isEqualTo(
            inOrder ? "" : "policy recentring_band: 0 < lowest ≤ target ≤ highest ≤ ripcord");
  }

  @Test
  void aSpeedBeyondTheWholeWayAndAnIntervalBelowTheCooldownAreRefused() {
    RecentringBand fast =
        new RecentringBand(
            number("2"),
            number("1.7"),
            number("2.3"),
            number("2.6"),
            number("1.1"),
            Duration.ofDays(1),
            Duration.ofSeconds(60));
    assertThat(fast.checked().<String>fold(done -> "", refusal -> refusal.message()))
        .endsWith("0 < speed ≤ 1");
    RecentringBand late =
        new RecentringBand(
            number("2"),
            number("1.7"),
            number("2.3"),
            number("2.6"),
            number("0.05"),
            Duration.ofSeconds(59),
            Duration.ofSeconds(60));
    assertThat(late.checked().<String>fold(done -> "", refusal -> refusal.message()))
        .endsWith("a year ≥ interval ≥ cooldown ≥ 0");
  }
}
