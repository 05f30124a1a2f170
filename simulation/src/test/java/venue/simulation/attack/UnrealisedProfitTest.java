package venue.simulation.attack;

import static org.assertj.core.api.Assertions.assertThat;
import static venue.domain.Samples.number;
import static venue.simulation.attack.AttackedVenue.BTC;
import static venue.simulation.attack.AttackedVenue.done;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import venue.domain.futures.Slot;
import venue.simulation.request.Answer;
import venue.simulation.request.HttpCall;

/**
 * Two have 1,000 USDT and buy 9,000 at ten times. The price rises by a tenth, so that each has won
 * 900, and one of them tries to use that before it falls back.
 */
class UnrealisedProfitTest {
  private final AttackedVenue venue = new AttackedVenue();
  private final long honest = venue.join("1000");
  private final long attacker = venue.join("1000");

  @BeforeEach
  void tick() {
    venue.pass(Duration.ofSeconds(5));
    venue.tick("1000");
  }

  @AfterEach
  void close() {
    venue.close();
  }

  private void makeCross() {
    for (long account : List.of(honest, attacker)) {
      done(venue.ask(account, venue.requests.cross(account, Slot.single(BTC), 10).call()));
    }
  }

  private void buy() {
    venue.trade(honest, 9_000);
    venue.trade(attacker, 9_000);
  }

  /** A move by more than the bound needs two ticks that agree. */
  private void move(String price) {
    for (int i = 0; i < 2; i++) {
      venue.pass(Duration.ofSeconds(5));
      venue.tick(price);
    }
    assertThat(venue.tick().price()).isEqualByComparingTo(price);
  }

  private HttpCall margin(String change) {
    return new HttpCall(
        "POST", "MARGIN_PATH", Map.of("settle", "usdt", "contract", BTC), "change=" + change, "");
  }

  private void assertNoGain() {
    move("1000");
    venue.close(honest);
    venue.close(attacker);
    BigDecimal won = venue.result(attacker).subtract(venue.result(honest));
    System.out.printf("Using unrealised profit: %s USDT more than without%n", won);
    assertThat(won).isNotPositive();
    assertThat(venue.liquidated(attacker)).isEmpty();
    assertThat(venue.insurance()).isEqualByComparingTo("100000");
  }

  @ParameterizedTest(name = "cross: {0}")
  @ValueSource(booleans = {false, true})
  void buysAndBringsOutNothing(boolean cross) {
    if (cross) {
      makeCross();
    }
    buy();
    move("1100");
    Map<String, Answer> tried = new LinkedHashMap<>();
    tried.put("more", venue.ask(attacker, venue.requests.order(attacker, BTC, 1_000).call()));
    tried.put(
        "a limit order",
        venue.ask(
            attacker, venue.requests.limit(attacker, BTC, 1_000, number("1050"), "gtc").call()));
    tried.put(
        "units",
        venue.ask(attacker, venue.requests.buy(attacker, BTC + "_LONG", number("100")).call()));
    tried.put(
        "a withdrawal", venue.operate(venue.requests.withdraw(attacker, number("100")).call()));
    assertThat(tried.values())
        .as("%s", tried)
        .extracting(Answer::label)
        .containsOnly("INSUFFICIENT_AVAILABLE");
    assertThat(venue.ask(attacker, margin("-0.01")).label())
        .isEqualTo(cross ? "POSITION_CROSS_MARGIN" : "REMOVE_TOO_MUCH");
    assertNoGain();
  }

  @Test
  void aHigherLeverageGivesBackWhatWasPaidInAndNothingOfTheProfit() {
    buy();
    move("1100");
    done(venue.ask(attacker, venue.requests.leverage(attacker, Slot.single(BTC), 50).call()));
    BigDecimal available = venue.state(attacker).account().available();
    // 1,000 less the fee of 4.5 and, of a value of 9,000 and more, 1/50 and the taker fee.
    assertThat(available).isBetween(number("760"), number("808.75"));
    done(venue.operate(venue.requests.withdraw(attacker, available).call()));
    assertThat(venue.operate(venue.requests.withdraw(attacker, number("0.01")).call()).label())
        .isEqualTo("INSUFFICIENT_AVAILABLE");
    assertNoGain();
  }
}
