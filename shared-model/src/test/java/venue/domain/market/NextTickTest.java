package venue.domain.market;

import static org.assertj.core.api.Assertions.assertThat;
import static venue.domain.Samples.START;
import static venue.domain.Samples.market;
import static venue.domain.Samples.number;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import venue.domain.market.Tick.Quality;

class NextTickTest {
  private static final Market MARKET = market();

  private static Tick first(String skew) {
    return new NextTick(MARKET, number(skew), 7).good(Optional.empty(), number("1000"), START);
  }

  @Test
  void theFirstTickHasNoFundingBehindItAndTheStartingVolatility() {
    Tick tick = first("1000");
    assertThat(tick.sequence()).isEqualTo(1);
    assertThat(tick.fundingIndex()).isEqualByComparingTo("0");
    assertThat(tick.fundingRate()).isEqualByComparingTo("0.0001");
    assertThat(tick.volatility().sigma()).isEqualByComparingTo("0.8");
    assertThat(tick.openInterest()).isEqualTo(7);
  }

  @Test
  void fundingAccruesAtTheRatePublishedBeforeAndTheNewPrice() {
    Tick next =
        new NextTick(MARKET, BigDecimal.ZERO, 0)
            .good(Optional.of(first("1000")), number("1100"), START.plus(Duration.ofHours(4)));
    // 0.0001 × 1100 × 4 h / 8 h
    assertThat(next.fundingIndex()).isEqualByComparingTo("0.055");
    assertThat(next.fundingRate()).isEqualByComparingTo("0");
    assertThat(next.sequence()).isEqualTo(2);
  }

  @Test
  void shortsPayWhereTheyAreTheHeavierSideAndNobodyMoreThanTheCap() {
    assertThat(first("-1000").fundingRate()).isEqualByComparingTo("-0.0001");
    assertThat(first("99000").fundingRate()).isEqualByComparingTo("0.003");
  }

  private static Tick then(Tick last, String price) {
    Instant time = last.time().plusSeconds(5);
    return new NextTick(MARKET, BigDecimal.ZERO, 0)
        .after(
            Optional.of(last),
            Optional.of(new PriceConsensus.Agreed(number(price), time, List.of("a"))),
            time)
        .orElseThrow();
  }

  @Test
  void aMoveWithinTheBoundIsGoodAtOnce() {
    assertThat(then(first("0"), "1010").quality()).isEqualTo(Tick.Quality.GOOD);
    assertThat(then(first("0"), "990").quality()).isEqualTo(Tick.Quality.GOOD);
  }

  @Test
  void nothingFillsAtAJumpUntilASecondTickAgrees() {
    Tick jump = then(first("0"), "900");
    assertThat(jump.quality()).isEqualTo(Tick.Quality.UNCONFIRMED);
    assertThat(jump.fills(jump.time(), MARKET.priceAgeMax())).isFalse();
    Tick confirmed = then(jump, "901");
    assertThat(confirmed.quality()).isEqualTo(Tick.Quality.GOOD);
    assertThat(confirmed.volatility().lastPrice()).isEqualByComparingTo("901");
  }

  @Test
  void aWickHarmsNobodyAndLeavesNoTraceInTheVolatility() {
    Tick before = first("0");
    Tick wick = then(before, "500");
    assertThat(wick.volatility()).isEqualTo(before.volatility());
    Tick back = then(wick, "1001");
    assertThat(back.quality()).isEqualTo(Tick.Quality.GOOD);
    assertThat(back.volatility().burst()).isLessThan(number("1"));
  }

  @Test
  void aJumpThatJumpsOnIsStillNotConfirmed() {
    Tick second = then(then(first("0"), "900"), "800");
    assertThat(second.quality()).isEqualTo(Tick.Quality.UNCONFIRMED);
  }

  @Test
  void aDegradedTickAfterAJumpIsAtTheLastGoodPrice() {
    Tick jump = then(first("0"), "900");
    Tick degraded =
        new NextTick(MARKET, BigDecimal.ZERO, 0)
            .after(Optional.of(jump), Optional.empty(), jump.time().plusSeconds(5))
            .orElseThrow();
    assertThat(degraded.price()).isEqualByComparingTo("1000");
  }

  @Test
  void aDegradedTickRepeatsThePriceWhileFundingGoesOnAndNothingFills() {
    Tick last = first("1000");
    Tick degraded =
        new NextTick(MARKET, BigDecimal.ZERO, 0).degraded(last, START.plus(Duration.ofHours(8)));
    assertThat(degraded.price()).isEqualByComparingTo("1000");
    assertThat(degraded.quality()).isEqualTo(Quality.DEGRADED);
    assertThat(degraded.fundingIndex()).isEqualByComparingTo("0.1");
    assertThat(degraded.volatility()).isEqualTo(last.volatility());
    assertThat(degraded.fills(degraded.time(), MARKET.priceAgeMax())).isFalse();
  }
}
