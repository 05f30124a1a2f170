package venue.local.tour;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import venue.local.prices.DefaultRecording;
import venue.local.prices.RecordedPrice;
import venue.local.prices.Recording;

class FallTest {
  private static final Instant START = Instant.parse("2026-01-05T00:00:00Z");

  @Test
  void findsTheFallOfTheFirstOfDecember() {
    Fall fall = Fall.deepestOf(DefaultRecording.read());
    assertThat(fall.high().time()).isBetween(at("01T00:00"), at("01T03:00"));
    assertThat(fall.low().time()).isBetween(at("01T11:30"), at("01T13:00"));
    assertThat(fall.low().price()).isEqualByComparingTo("955.23");
    assertThat(fall.excerpt().first().time()).isEqualTo(fall.open().minusSeconds(300));
  }

  private static Instant at(String time) {
    return Instant.parse("2013-12-" + time + ":00Z");
  }

  @Test
  void findsWhatLookingAtAllPairsFinds() {
    for (int seed = 1; seed <= 200; seed++) {
      Random random = new Random(seed);
      List<RecordedPrice> prices = new ArrayList<>();
      Instant time = START;
      for (int i = 0; i < 60; i++) {
        time = time.plusSeconds(60 + random.nextInt(7_200));
        prices.add(new RecordedPrice(time, BigDecimal.valueOf(500 + random.nextInt(500))));
      }
      Recording recording = new Recording("BTC_USDT", prices);
      assertThat(Fall.deepestOf(recording).left()).as("seed " + seed).isEqualTo(deepest(prices));
    }
  }

  private static BigDecimal deepest(List<RecordedPrice> prices) {
    BigDecimal deepest = BigDecimal.ONE;
    for (RecordedPrice high : prices) {
      for (RecordedPrice low : prices) {
        Duration between = Duration.between(high.time(), low.time());
        if (!between.isNegative() && between.compareTo(Duration.ofHours(12)) <= 0) {
          deepest = deepest.min(low.price().divide(high.price(), MathContext.DECIMAL64));
        }
      }
    }
    return deepest;
  }
}
