package venue.domain.account;

import static org.assertj.core.api.Assertions.assertThat;
import static venue.domain.Samples.START;
import static venue.domain.Samples.number;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class RecentFillsTest {
  private static final Duration AGE_MAX = Duration.ofSeconds(10);
  private static final RecentFills ONE =
      RecentFills.NONE.with("A_USDT", 5, START, number("2"), AGE_MAX);

  @Test
  void fillsAtOneTickAddUp() {
    RecentFills two = ONE.with("A_USDT", 5, START, number("-0.5"), AGE_MAX);
    assertThat(two.since("A_USDT", 5)).isEqualByComparingTo("1.5");
    assertThat(two.since("B_USDT", 5)).isEqualByComparingTo("0");
  }

  @Test
  void aNewerTickKnowsTheFillsBeforeIt() {
    assertThat(ONE.since("A_USDT", 6)).isEqualByComparingTo("0");
    RecentFills next = ONE.with("A_USDT", 6, START.plusSeconds(2), number("1"), AGE_MAX);
    assertThat(next.since("A_USDT", 6)).isEqualByComparingTo("1");
  }

  @Test
  void fillsAtTicksNothingFillsAtAnyMoreAreForgotten() {
    RecentFills kept = ONE.with("B_USDT", 1, START.plus(AGE_MAX), number("1"), AGE_MAX);
    assertThat(kept.byMarket()).containsKeys("A_USDT", "B_USDT");
    RecentFills left =
        ONE.with("B_USDT", 1, START.plus(AGE_MAX).plusMillis(1), number("1"), AGE_MAX);
    assertThat(left.byMarket()).containsOnlyKeys("B_USDT");
  }
}
