package venue.domain.market;

import static org.assertj.core.api.Assertions.assertThat;
import static venue.domain.Samples.number;

import java.math.BigDecimal;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class FundingRuleTest {
  private static final Duration INTERVAL = Duration.ofHours(8);
  private static final FundingRule RULE = new FundingRule(number("0.1"), number("0.003"), INTERVAL);

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
