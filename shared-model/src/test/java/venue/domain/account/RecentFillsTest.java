package venue.domain.account;

import static org.assertj.core.api.Assertions.assertThat;
import static venue.domain.Samples.number;

import org.junit.jupiter.api.Test;

class RecentFillsTest {
  private static final RecentFills ONE = RecentFills.NONE.with("A_USDT", 5, number("2"));

  @Test
  void fillsAtOneTickAddUp() {
    RecentFills two = ONE.with("A_USDT", 5, number("-0.5"));
    assertThat(two.since("A_USDT", 5)).isEqualByComparingTo("1.5");
    assertThat(two.since("B_USDT", 5)).isEqualByComparingTo("0");
  }

  @Test
  void aNewerTickKnowsTheFillsBeforeIt() {
    assertThat(ONE.since("A_USDT", 6)).isEqualByComparingTo("0");
    RecentFills next = ONE.with("A_USDT", 6, number("1"));
    assertThat(next.since("A_USDT", 6)).isEqualByComparingTo("1");
  }

  @Test
  void whatWasTradedAtATickIsKnownUntilTheMarketIsTradedAgain() {
    RecentFills later = ONE.with("B_USDT", 90_000, number("1"));
    assertThat(later.since("A_USDT", 5)).isEqualByComparingTo("2");
    assertThat(later.next("A_USDT")).isEqualTo(6);
    assertThat(later.unseenAt("A_USDT", 5).next("A_USDT")).isEqualTo(5);
    assertThat(later.unseenAt("A_USDT", 5).since("A_USDT", 5)).isEqualByComparingTo("2");
    assertThat(later.next("C_USDT")).isZero();
  }
}
