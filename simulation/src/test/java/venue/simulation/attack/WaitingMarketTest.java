package venue.simulation.attack;

import static org.assertj.core.api.Assertions.assertThat;
import static venue.domain.Samples.number;
import static venue.simulation.attack.AttackedVenue.BTC;
import static venue.simulation.attack.AttackedVenue.done;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.Test;
import venue.domain.Samples;
import venue.domain.futures.Slot;
import venue.domain.market.Market;

/**
 * A market stands at 1,000. The attacker knows that the next tick says 1,009, or 991, and trades
 * with that; somebody else does the same after that tick, in a world of his own. Where every order
 * waits the attacker ends as the other does; where orders fill at the last tick he gains.
 */
class WaitingMarketTest {
  private static final String FUND = BTC + "_LONG";

  /** What somebody has in the end, who acts before the tick of a price or after it. */
  private static BigDecimal result(
      Market market, String price, boolean before, BiConsumer<AttackedVenue, Long> act) {
    try (AttackedVenue venue = new AttackedVenue(market)) {
      long account = venue.join("10000");
      pass(venue, "1000");
      venue.trade(account, 10_000);
      pass(venue, "1000");
      if (before) {
        act.accept(venue, account);
      }
      pass(venue, price);
      if (!before) {
        act.accept(venue, account);
      }
      pass(venue, price);
      venue.state(account).open().forEach(held -> venue.close(account));
      venue
          .state(account)
          .holding(FUND)
          .filter(held -> held.units().signum() > 0)
          .ifPresent(
              held ->
                  done(
                      venue.ask(
                          account, venue.requests.sell(account, FUND, BigDecimal.ONE).call())));
      pass(venue, price);
      assertThat(venue.state(account).open()).isEmpty();
      return venue.result(account);
    }
  }

  private static void pass(AttackedVenue venue, String price) {
    venue.pass(Duration.ofSeconds(5));
    venue.tick(price);
  }

  private static BigDecimal gain(
      Market market, String attack, String price, BiConsumer<AttackedVenue, Long> act) {
    BigDecimal gain = result(market, price, true, act).subtract(result(market, price, false, act));
    System.out.printf("%s: %s USDT more than without%n", attack, gain.toPlainString());
    return gain;
  }

  private static void attack(String attack, String price, BiConsumer<AttackedVenue, Long> act) {
    Market market = Samples.market();
    assertThat(gain(market.waiting(), attack + ", orders wait", price, act))
        .isLessThanOrEqualTo(number("0.001"));
    assertThat(gain(market, attack + ", orders fill", price, act)).isGreaterThan(number("1"));
  }

  @Test
  void whoBuysBeforeAKnownRisePaysThePriceAfterIt() {
    attack("Buying before a known rise", "1009", (venue, account) -> venue.trade(account, 10_000));
  }

  @Test
  void whoClosesBeforeAKnownFallGetsThePriceAfterIt() {
    attack(
        "Closing before a known fall",
        "991",
        (venue, account) ->
            done(venue.ask(account, venue.requests.close(account, Slot.single(BTC)).call())));
  }

  @Test
  void whoGoesThroughTheFundPaysThePriceAfterIt() {
    attack(
        "Units before a known rise",
        "1009",
        (venue, account) ->
            done(venue.ask(account, venue.requests.buy(account, FUND, number("8000")).call())));
  }
}
