package venue.domain.market;

import static org.assertj.core.api.Assertions.assertThat;
import static venue.domain.Samples.START;
import static venue.domain.Samples.market;
import static venue.domain.Samples.number;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import venue.domain.market.Tick.Quality;

/** The lowest maintenance rate is 0.5 %, so that half of it is 2.50 of a price of 1000. */
class TickPaceTest {
  private static final Market MARKET = market();
  private static final TickPace PACE = new TickPace(Duration.ofSeconds(5));
  private static final Tick FIRST =
      new NextTick(MARKET, BigDecimal.ZERO, 0).good(Optional.empty(), number("1000"), START);

  private static Tick after(Tick last, String price, long millis) {
    var time = last.time().plusMillis(millis);
    return new NextTick(MARKET, BigDecimal.ZERO, 0)
        .after(
            Optional.of(last),
            Optional.of(new PriceConsensus.Agreed(number(price), time, List.of("a"))),
            time)
        .orElseThrow();
  }

  private static boolean isFast(String price, long millis) {
    return PACE.isFastAfter(MARKET, FIRST, after(FIRST, price, millis));
  }

  @Test
  void aMoveOfMoreThanHalfTheLowestMaintenanceRateInAStepIsFast() {
    assertThat(isFast("1002.5", 5000)).isFalse();
    assertThat(isFast("1002.6", 5000)).isTrue();
    assertThat(isFast("997.4", 5000)).isTrue();
  }

  @Test
  void aMoveInASecondCountsAsWhatItWouldBeInAStep() {
    // 2.5 / √5 = 1.118
    assertThat(isFast("1001.1", 1000)).isFalse();
    assertThat(isFast("1001.2", 1000)).isTrue();
  }

  @Test
  void aTickAtWhichNothingFillsWaitsForThePlan() {
    Tick jump = after(FIRST, "1100", 5000);
    assertThat(jump.quality()).isEqualTo(Quality.UNCONFIRMED);
    assertThat(PACE.isFastAfter(MARKET, FIRST, jump)).isFalse();
    Tick degraded = new NextTick(MARKET, BigDecimal.ZERO, 0).degraded(FIRST, START.plusSeconds(5));
    assertThat(PACE.isFastAfter(MARKET, FIRST, degraded)).isFalse();
  }

  @Test
  void ofTwoTicksAtOnceTheSecondAsksForNoneSoThatTheChainDoesNotBranch() {
    assertThat(isFast("1009", 499)).isFalse();
    assertThat(isFast("1009", 500)).isTrue();
  }
}
