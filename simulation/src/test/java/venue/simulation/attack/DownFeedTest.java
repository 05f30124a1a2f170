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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import venue.domain.futures.Slot;
import venue.domain.market.Tick.Quality;
import venue.simulation.request.Answer;

/**
 * The feed is down at 1,000 and the attacker knows that the price is 950 by now. What the venue
 * shows last would be worth 50 USDT a bitcoin.
 */
class DownFeedTest {
  private final AttackedVenue venue = new AttackedVenue();
  private final long honest = venue.join("10000");
  private final long attacker = venue.join("10000");

  /** How the feed is down. */
  enum Down {
    /** The sources do not answer. */
    DEGRADED,
    /** There is no tick at all, and the last one is older than ten seconds. */
    STALE
  }

  @BeforeEach
  void tick() {
    venue.pass(Duration.ofSeconds(5));
    venue.tick("1000");
  }

  @AfterEach
  void close() {
    venue.close();
  }

  private void goDown(Down down) {
    if (down == Down.DEGRADED) {
      venue.pass(Duration.ofSeconds(5));
      assertThat(venue.tick("", "", "").quality()).isEqualTo(Quality.DEGRADED);
    } else {
      venue.pass(Duration.ofMillis(10_001));
    }
  }

  private void comeBack() {
    for (Quality quality : List.of(Quality.UNCONFIRMED, Quality.GOOD)) {
      venue.pass(Duration.ofSeconds(5));
      assertThat(venue.tick("950").quality()).isEqualTo(quality);
    }
  }

  private BigDecimal gain(String attack, Down down) {
    BigDecimal gain = venue.result(attacker).subtract(venue.result(honest));
    System.out.printf("%s, %s: %s USDT more than without%n", attack, down, gain.toPlainString());
    return gain;
  }

  @ParameterizedTest
  @EnumSource(Down.class)
  void whatReducesFillsAtTheFirstGoodTickAfterIt(Down down) {
    venue.trade(honest, 1_000);
    venue.trade(attacker, 1_000);
    goDown(down);
    done(venue.ask(attacker, venue.requests.close(attacker, Slot.single(BTC)).call()));
    assertThat(venue.position(attacker).size()).isEqualTo(1_000);
    comeBack();
    assertThat(venue.position(attacker).isFlat()).isTrue();
    venue.close(honest);
    assertThat(gain("Closing while the feed is down", down)).isNotPositive();
    assertThat(venue.result(attacker)).isLessThan(number("-50"));
  }

  @ParameterizedTest
  @EnumSource(Down.class)
  void oneLegOfAHedgeIsNotClosedAndTheOtherOnlyAtTheFirstGoodTick(Down down) {
    for (long account : List.of(honest, attacker)) {
      venue.trade(account, 1_000);
      done(venue.ask(account, venue.requests.buy(account, BTC + "_SHORT", number("800")).call()));
    }
    goDown(down);
    for (Answer refused :
        List.of(
            venue.ask(attacker, venue.requests.close(attacker, Slot.single(BTC)).call()),
            venue.ask(attacker, venue.requests.reduce(attacker, BTC, -1_000).call()),
            venue.ask(attacker, venue.requests.order(attacker, BTC, -1_000).call()),
            venue.ask(
                attacker,
                venue.requests.limit(attacker, BTC, -1_000, number("1000"), "gtc").call()))) {
      assertThat(refused.label()).isEqualTo("TOO_BUSY");
    }
    done(venue.ask(attacker, venue.requests.sell(attacker, BTC + "_SHORT", BigDecimal.ONE).call()));
    comeBack();
    for (long account : List.of(attacker, honest)) {
      venue.close(account);
    }
    done(venue.ask(honest, venue.requests.sell(honest, BTC + "_SHORT", BigDecimal.ONE).call()));
    assertThat(gain("Closing one leg while the feed is down", down)).isNotPositive();
  }

  @ParameterizedTest
  @EnumSource(Down.class)
  void whatOpensIsRefused(Down down) {
    goDown(down);
    assertThat(
            List.of(
                venue.ask(attacker, venue.requests.order(attacker, BTC, -1_000).call()),
                venue.ask(
                    attacker,
                    venue.requests.limit(attacker, BTC, -1_000, number("990"), "gtc").call()),
                venue.ask(
                    attacker, venue.requests.buy(attacker, BTC + "_SHORT", number("100")).call())))
        .extracting(Answer::label)
        .containsOnly("TOO_BUSY");
    comeBack();
    assertThat(gain("Opening while the feed is down", down)).isZero();
  }
}
