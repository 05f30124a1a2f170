package venue.local.prices;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReplayTest {
  private static final Instant START = Instant.parse("2030-01-01T00:00:00Z");

  private final Replay replay =
      new Replay(
          List.of(
              new Recording("BTC_USDT", List.of(price(100, "1"), price(200, "2"), price(300, "3"))),
              new Recording("ETH_USDT", List.of(price(150, "7"), price(250, "8")))),
          START);

  private static RecordedPrice price(int second, String price) {
    return new RecordedPrice(Instant.ofEpochSecond(second), new BigDecimal(price));
  }

  private Replay.Answer answer(String market, int secondsAfterStart) {
    return replay.answer(market, START.plusSeconds(secondsAfterStart)).orElseThrow();
  }

  private static Replay.Answer at(String price, int secondsAfterStart) {
    return new Replay.Answer(new BigDecimal(price), START.plusSeconds(secondsAfterStart));
  }

  @Test
  void beginsWhereAllMarketsHaveAPrice() {
    assertThat(answer("BTC_USDT", 0)).isEqualTo(at("1", 0));
    assertThat(answer("ETH_USDT", 0)).isEqualTo(at("7", 0));
  }

  @Test
  void givesTheLastRecordedPriceAsFresh() {
    assertThat(answer("BTC_USDT", 49)).isEqualTo(at("1", 49));
    assertThat(answer("BTC_USDT", 50)).isEqualTo(at("2", 50));
    assertThat(answer("BTC_USDT", 150)).isEqualTo(at("3", 150));
  }

  @Test
  void keepsTheTimeOfTheLastRecordAfterTheEnd() {
    assertThat(answer("BTC_USDT", 151)).isEqualTo(at("3", 150));
    assertThat(answer("ETH_USDT", 9_999)).isEqualTo(at("8", 100));
  }

  @Test
  void saysNothingOfAMarketItHasNot() {
    assertThat(replay.answer("SOL_USDT", START)).isEmpty();
  }
}
