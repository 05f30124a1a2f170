package venue.domain.market;

import static org.assertj.core.api.Assertions.assertThat;
import static venue.domain.Samples.START;
import static venue.domain.Samples.market;
import static venue.domain.Samples.number;

import java.math.BigDecimal;
import java.time.Duration;
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
