package venue.domain.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static venue.domain.Samples.START;
import static venue.domain.Samples.number;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VolatilityTest {
  private static final Volatility STARTING =
      Volatility.starting(number("0.8"), number("1000"), START);

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          acadifi, published 0.000337 and 1.835% | 0.000324 | 0.94 | 0.023 | 0.0003363 | 0.0183385
          acadifi, published 1.91%               | 0.000324 | 0.80 | 0.023 | 0.000365  | 0.0191050
          Hull example, published 1.14%          | 0.0001   | 0.9  | 0.02  | 0.00013   | 0.0114018
          """)
  void oneStepOfTheWeightedVariance(
      String name, BigDecimal before, double lambda, double r, BigDecimal after, BigDecimal sigma) {
    BigDecimal variance = Volatility.step(before, lambda, r * r);
    assertThat(variance.setScale(7, RoundingMode.HALF_EVEN)).isEqualByComparingTo(after);
    assertThat(
            BigDecimal.valueOf(Math.sqrt(variance.doubleValue()))
                .setScale(7, RoundingMode.HALF_EVEN))
        .isEqualByComparingTo(sigma);
  }

  @Test
  void beforeAnyReturnItIsTheStartingVolatility() {
    assertThat(STARTING.sigma()).isEqualByComparingTo("0.8");
    assertThat(STARTING.sigmaNow()).isEqualByComparingTo("0.8");
  }

  @Test
  void aJumpCountsAtOnceForFillsButForTheFundsOnlyWhenTheHourIsFull() {
    Volatility jumped = STARTING.observe(number("1050"), START.plusSeconds(60));
    assertThat(jumped.sigma()).isEqualByComparingTo("0.8");
    assertThat(jumped.sigmaNow()).isGreaterThan(number("5"));
    Volatility hour = jumped.observe(number("1050"), START.plus(Duration.ofHours(1)));
    assertThat(hour.sigma()).isGreaterThan(number("0.96"));
    assertThat(hour.hourPrice()).isEqualByComparingTo("1050");
  }

  @Test
  void halfOfAVarianceIsForgottenInOneHalfLife() {
    Instant time = START;
    Volatility calm = STARTING;
    for (int hour = 0; hour < 48; hour++) {
      time = time.plus(Duration.ofHours(1));
      calm = calm.observe(number("1000"), time);
    }
    assertThat(calm.fast().setScale(9, RoundingMode.HALF_EVEN)).isEqualByComparingTo("0.32");
    assertThat(calm.slow()).isGreaterThan(number("0.6"));
    assertThat(calm.sigma()).isGreaterThan(number("0.77"));
  }

  @ParameterizedTest
  @CsvSource({"-1000000", "0", "1", "999999"})
  void aPriceNotYetAMillisecondNewerTellsNothing(long nanos) {
    assertThat(STARTING.observe(number("1050"), START.plusNanos(nanos))).isEqualTo(STARTING);
  }

  @Test
  void theDeviationGrowsWithTheRootOfTime() {
    assertThat(Volatility.deviation(number("0.8"), Duration.ofDays(365)))
        .isEqualByComparingTo("0.8");
    assertThat(Volatility.deviation(number("0.8"), Duration.ofHours(365 * 6)))
        .isEqualByComparingTo("0.4");
    assertThat(Volatility.deviation(number("0.8"), Duration.ofSeconds(-1)))
        .isEqualByComparingTo("0");
  }
}
