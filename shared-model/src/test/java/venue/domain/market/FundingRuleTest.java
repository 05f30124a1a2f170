package venue.domain.market;

import static org.assertj.core.api.Assertions.assertThat;
import static venue.domain.Samples.number;

import java.io.IOException;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import venue.domain.Vectors;
import venue.domain.Vectors.Vector;

class FundingRuleTest {
  private static final Duration INTERVAL = Duration.ofHours(8);
  private static final FundingRule RULE = new FundingRule(number("0.1"), number("0.003"), INTERVAL);

  static Stream<Vector> payments() throws IOException {
    return Vectors.group("funding.payment").stream();
  }

  @ParameterizedTest
  @MethodSource("payments")
  void aPositionHeldForAnIntervalPaysMarkTimesSizeTimesRate(Vector vector) {
    BigDecimal index = RULE.accrued(vector.input("rate"), vector.input("mark"), INTERVAL);
    assertThat(FundingRule.payment(vector.input("size"), index, BigDecimal.ZERO))
        .isEqualByComparingTo(vector.expectedNumber());
  }

  @Test
  void whatIsHeldForAPartOfTheIntervalPaysThatPart() {
    BigDecimal hour = RULE.accrued(number("0.0008"), number("1000"), Duration.ofHours(1));
    assertThat(hour).isEqualByComparingTo("0.1");
  }

  @Test
  void theRateFollowsTheSkewUpToItsCap() {
    assertThat(RULE.rate(number("10"), number("1000"))).isEqualByComparingTo("0.001");
    assertThat(RULE.rate(number("-1000"), number("1000"))).isEqualByComparingTo("-0.003");
  }
}
