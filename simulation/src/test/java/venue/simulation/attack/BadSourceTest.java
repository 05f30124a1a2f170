package venue.simulation.attack;

import static org.assertj.core.api.Assertions.assertThat;
import static venue.domain.Samples.number;
import static venue.simulation.attack.AttackedVenue.BTC;
import static venue.simulation.attack.AttackedVenue.done;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import venue.domain.market.Tick;
import venue.domain.market.Tick.Quality;

/**
 * The attacker has one of the three sources say what it likes, or all of them for one tick. Two
 * others hold 50,000 USDT at ten times, one long and one short; the attacker rests orders at prices
 * that only a wrong price reaches.
 */
class BadSourceTest {
  private final AttackedVenue venue = new AttackedVenue();
  private final long bull = venue.join("10000");
  private final long bear = venue.join("10000");
  private final long attacker = venue.join("10000");

  @BeforeEach
  void open() {
    next("1000", "1000", "1000");
    venue.trade(bull, 50_000);
    venue.trade(bear, -50_000);
    done(
        venue.ask(
            attacker, venue.requests.limit(attacker, BTC, 5_000, number("900"), "gtc").call()));
    done(
        venue.ask(
            attacker, venue.requests.limit(attacker, BTC, -5_000, number("1100"), "gtc").call()));
  }

  @AfterEach
  void close() {
    venue.close();
  }

  private Tick next(String... prices) {
    venue.pass(Duration.ofSeconds(5));
    return venue.tick(prices);
  }

  private void assertNobodyHarmed(String attack) {
    assertThat(venue.liquidated(bull)).isEmpty();
    assertThat(venue.liquidated(bear)).isEmpty();
    assertThat(venue.state(attacker).resting()).hasSize(2);
    venue.close(bull);
    venue.close(bear);
    BigDecimal won = venue.result(attacker);
    System.out.printf("%s: %s USDT more than without%n", attack, won.toPlainString());
    assertThat(won).isNotPositive();
    // Twice the fee of 25 USDT, half the spread of 5 and an impact of up to 12.5.
    assertThat(venue.result(bull)).isBetween(number("-90"), number("-60"));
    assertThat(venue.result(bear)).isBetween(number("-90"), number("-60"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"0.01", "500", "890", "1120", "2000", "1000000"})
  void oneWildSourceChangesNothing(String wild) {
    for (List<String> prices :
        List.of(
            List.of(wild, "1000", "1000"),
            List.of("1000", wild, "1000"),
            List.of("1000", "1000", wild))) {
      Tick tick = next(prices.toArray(String[]::new));
      assertThat(tick.quality()).isEqualTo(Quality.GOOD);
      assertThat(tick.price()).isEqualByComparingTo("1000");
    }
    assertNobodyHarmed("One source of three says " + wild);
  }

  @Test
  void oneSourceThatLiesALittleMovesThePriceNoFurtherThanAnHonestOne() {
    assertThat(next("1000", "1001", "1009.9").price()).isEqualByComparingTo("1001");
    assertThat(next("1000", "1001", "991.1").price()).isEqualByComparingTo("1000");
    assertNobodyHarmed("One source of three lies by less than 1 %");
  }

  @Test
  void whereOneIsWildAndAnotherSilentNothingFills() {
    Tick tick = next("890", "1000", "");
    assertThat(tick.quality()).isEqualTo(Quality.DEGRADED);
    assertThat(venue.ask(attacker, venue.requests.order(attacker, BTC, 100).call()).label())
        .isEqualTo("TOO_BUSY");
    next("1000", "1000", "1000");
    assertNobodyHarmed("One source is wild and another silent");
  }

  @ParameterizedTest
  @ValueSource(strings = {"890", "1120"})
  void aWickOfOneTickIsUnconfirmedThoughAllSourcesSaySo(String wick) {
    assertThat(next(wick, wick, wick).quality()).isEqualTo(Quality.UNCONFIRMED);
    for (long size : List.of(5_000L, -5_000L)) {
      assertThat(venue.ask(attacker, venue.requests.order(attacker, BTC, size).call()).label())
          .isEqualTo("TOO_BUSY");
    }
    assertThat(next("1000", "1000", "1000").quality()).isEqualTo(Quality.GOOD);
    assertNobodyHarmed("A wick to " + wick + " for one tick");
  }
}
