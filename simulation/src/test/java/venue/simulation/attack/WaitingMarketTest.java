package venue.simulation.attack;

import static org.assertj.core.api.Assertions.assertThat;
import static venue.domain.Samples.number;
import static venue.simulation.attack.AttackedVenue.BTC;
import static venue.simulation.attack.AttackedVenue.done;

import java.math.BigDecimal;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import venue.domain.Samples;
import venue.domain.futures.Slot;

/**
 * A market in which every order waits stands at 1,000. The attacker knows that it is 1,009 by now,
 * and trades with that; somebody else trades after the tick that says so.
 */
class WaitingMarketTest {
  private final AttackedVenue venue = new AttackedVenue(Samples.market().waiting());
  private final long honest = venue.join("10000");
  private final long attacker = venue.join("10000");

  @BeforeEach
  void tick() {
    pass("1000");
  }

  @AfterEach
  void close() {
    venue.close();
  }

  private void pass(String price) {
    venue.pass(Duration.ofSeconds(5));
    venue.tick(price);
  }

  private BigDecimal gain(String attack) {
    BigDecimal gain = venue.result(attacker).subtract(venue.result(honest));
    System.out.printf("%s: %s USDT more than without%n", attack, gain.toPlainString());
    return gain;
  }

  @Test
  void whoBuysBeforeAKnownRisePaysThePriceAfterIt() {
    venue.trade(attacker, 10_000);
    pass("1009");
    venue.trade(honest, 10_000);
    pass("1009");
    assertThat(venue.position(attacker).size()).isEqualTo(10_000);
    assertThat(venue.position(honest).size()).isEqualTo(10_000);
    venue.close(attacker);
    venue.close(honest);
    pass("1009");
    assertThat(venue.position(attacker).isFlat()).isTrue();
    assertThat(gain("Futures before a known rise")).isNotPositive();
    assertThat(venue.result(attacker)).isLessThan(number("-10"));
  }

  @Test
  void whoClosesBeforeAKnownFallGetsThePriceAfterIt() {
    for (long account : new long[] {honest, attacker}) {
      venue.trade(account, 10_000);
    }
    pass("1000");
    done(venue.ask(attacker, venue.requests.close(attacker, Slot.single(BTC)).call()));
    pass("991");
    venue.close(honest);
    pass("991");
    assertThat(gain("Closing before a known fall")).isNotPositive();
    assertThat(venue.result(attacker)).isLessThan(number("-90"));
  }

  @Test
  void whoGoesThroughTheFundPaysThePriceAfterIt() {
    String fund = BTC + "_LONG";
    done(venue.ask(attacker, venue.requests.buy(attacker, fund, number("8000")).call()));
    pass("1009");
    done(venue.ask(honest, venue.requests.buy(honest, fund, number("8000")).call()));
    pass("1009");
    for (long account : new long[] {honest, attacker}) {
      done(venue.ask(account, venue.requests.sell(account, fund, BigDecimal.ONE).call()));
    }
    pass("1009");
    assertThat(venue.state(attacker).holding(fund).orElseThrow().units()).isZero();
    assertThat(gain("Units before a known rise")).isNotPositive();
    assertThat(venue.result(attacker)).isNegative();
  }
}
