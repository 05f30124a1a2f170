package venue.simulation.attack;

import static org.assertj.core.api.Assertions.assertThat;
import static venue.simulation.attack.AttackedVenue.BTC;
import static venue.simulation.attack.AttackedVenue.done;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import venue.domain.Dice;
import venue.domain.market.Tick;
import venue.simulation.request.Request;

/** Orders at the venue itself while its price is old. */
class StaleOrdersTest {
  private static final int ORDERS = 20;
  private final AttackedVenue venue = new AttackedVenue();
  private final long attacker = venue.join("10000");

  @AfterEach
  void close() {
    venue.close();
  }

  private Tick next(BigDecimal price) {
    venue.pass(Duration.ofSeconds(5));
    return venue.tick(price.toPlainString());
  }

  @Test
  void tenSecondsAfterATickAnOrderFillsAtAWorsePriceAndAMillisecondLaterNotAtAll() {
    next(BigDecimal.valueOf(1000));
    venue.pass(Duration.ofSeconds(10));
    venue.trade(attacker, 1_000);
    BigDecimal entry = venue.position(attacker).entryPrice(venue.market().contract());
    // 1 bp of spread, 13.5 of age (3 · 0.8 · √10 s), 0.05 of impact.
    assertThat(entry).isBetween(new BigDecimal("1001.45"), new BigDecimal("1001.48"));
    venue.pass(Duration.ofMillis(1));
    assertThat(venue.ask(attacker, venue.requests.order(attacker, BTC, 1_000).call()).label())
        .isEqualTo("TOO_BUSY");
  }

  /**
   * The attacker rests at the old price, mostly on the side that the next tick makes worth having.
   */
  @Test
  void aLimitOrderAtTheStalePriceIsNeverFilledThere() {
    Dice.forEach(1, this::rest);
  }

  private void rest(Dice dice) {
    BigDecimal stale = next(BigDecimal.valueOf(1000)).price();
    int filled = 0;
    for (int i = 0; i < ORDERS; i++) {
      BigDecimal truth =
          stale
              .multiply(BigDecimal.valueOf(1 + 0.00225 * dice.bell()))
              .setScale(2, RoundingMode.HALF_EVEN);
      int towards = truth.compareTo(stale) >= 0 ? 1 : -1;
      int direction = dice.chance(0.8) ? towards : -towards;
      venue.pass(Duration.ofSeconds(5));
      Request request = venue.requests.limit(attacker, BTC, direction * 1_000L, stale, "poc");
      done(venue.ask(attacker, request.call()));
      Tick tick = next(truth);
      if (venue.state(attacker).resting().isEmpty()) {
        filled++;
        assertThat(markOut(tick, direction)).isLessThan(new BigDecimal("-0.9"));
        venue.close(attacker);
      } else {
        done(venue.ask(attacker, venue.requests.cancel(attacker, "t-" + request.number()).call()));
      }
      stale = truth;
    }
    System.out.printf(
        "Limit orders at the stale price: %d of %d filled, %s USDT in all%n",
        filled, ORDERS, venue.result(attacker).toPlainString());
    assertThat(filled).isPositive();
    assertThat(venue.result(attacker)).isNegative();
  }

  /** At the tick it filled at, before fees, bp. */
  private BigDecimal markOut(Tick tick, int direction) {
    BigDecimal entry = venue.position(attacker).entryPrice(venue.market().contract());
    return tick.price()
        .subtract(entry)
        .multiply(BigDecimal.valueOf(direction))
        .movePointRight(4)
        .divide(tick.price(), MathContext.DECIMAL64);
  }
}
