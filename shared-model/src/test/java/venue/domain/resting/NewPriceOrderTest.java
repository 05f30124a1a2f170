package venue.domain.resting;

import static org.assertj.core.api.Assertions.assertThat;
import static venue.domain.Samples.done;
import static venue.domain.Samples.number;
import static venue.domain.Samples.refused;

import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import venue.domain.Outcome;
import venue.domain.Reason;
import venue.domain.Samples;
import venue.domain.Side;
import venue.domain.futures.FuturesDesk;
import venue.domain.futures.FuturesOrder;
import venue.domain.futures.MarketOrder;
import venue.domain.resting.RestingOrder.PriceOrder;
import venue.domain.resting.Trigger.Rule;

/** Of an account that is short 100 contracts, at a tick at 1000. */
class NewPriceOrderTest {
  private static final FuturesDesk FLAT = Samples.desk();
  private static final FuturesDesk DESK =
      Samples.then(FLAT, done(MarketOrder.execute(Samples.order("BTC_USDT", -100), 1, FLAT)));

  private static NewPriceOrder asked(FuturesOrder order, Rule rule, String price, int seconds) {
    Optional<Duration> life =
        seconds == 0 ? Optional.empty() : Optional.of(Duration.ofSeconds(seconds));
    return new NewPriceOrder(order, new Trigger(rule, number(price)), life, Optional.empty());
  }

  private static Outcome<PriceOrder> accept(FuturesOrder order, Rule rule, String price) {
    return asked(order, rule, price, 0).accept(5, DESK, List.of());
  }

  @Test
  void aStopLossOfAShortPositionBuysWhenThePriceRises() {
    PriceOrder stop = done(accept(Samples.reducing("BTC_USDT", 40), Rule.AT_LEAST, "1050"));
    assertThat(stop.closes()).isEqualTo(Side.SHORT);
    assertThat(stop.tick()).isEqualTo(DESK.tick().sequence());
    assertThat(stop.expires()).isEmpty();
    assertThat(done(accept(Samples.closing("BTC_USDT"), Rule.AT_MOST, "950")).closes())
        .isEqualTo(Side.SHORT);
  }

  @Test
  void theLatestPriceDoesNotMeetIt() {
    FuturesOrder order = Samples.closing("BTC_USDT");
    assertThat(refused(accept(order, Rule.AT_LEAST, "1000")))
        .isEqualTo(Reason.AUTO_TRIGGER_PRICE_GREATE_LAST);
    assertThat(refused(accept(order, Rule.AT_MOST, "1000")))
        .isEqualTo(Reason.AUTO_TRIGGER_PRICE_LESS_LAST);
  }

  @Test
  void itRestsForItsLifeAndNoLonger() {
    PriceOrder order =
        done(
            asked(Samples.closing("BTC_USDT"), Rule.AT_MOST, "950", 60).accept(5, DESK, List.of()));
    assertThat(order.isExpiredAt(DESK.now().plusSeconds(59))).isFalse();
    assertThat(order.isExpiredAt(DESK.now().plusSeconds(60))).isTrue();
  }

  @Test
  void whatHasExpiredMakesRoom() {
    PriceOrder brief =
        done(
            asked(Samples.closing("BTC_USDT"), Rule.AT_MOST, "950", 60).accept(5, DESK, List.of()));
    NewPriceOrder next = asked(Samples.closing("BTC_USDT"), Rule.AT_MOST, "950", 0);
    List<RestingOrder> twenty = Collections.nCopies(20, brief);
    assertThat(refused(next.accept(6, DESK, twenty))).isEqualTo(Reason.TOO_MANY_ORDERS);
    FuturesDesk later = Samples.at(DESK, Samples.after(DESK.market(), DESK.tick(), "1000", 60));
    assertThat(done(next.accept(6, later, twenty)).id()).isEqualTo(6);
  }

  @Test
  void onlyWhatClosesOrReducesIsTaken() {
    assertThat(refused(accept(Samples.order("BTC_USDT", 40), Rule.AT_MOST, "950")))
        .isEqualTo(Reason.INVALID_PARAM_VALUE);
    assertThat(refused(accept(Samples.reducing("BTC_USDT", -40), Rule.AT_MOST, "950")))
        .isEqualTo(Reason.INCREASE_POSITION);
    assertThat(
            refused(
                asked(Samples.closing("BTC_USDT"), Rule.AT_MOST, "950", 0)
                    .accept(5, FLAT, List.of())))
        .isEqualTo(Reason.POSITION_EMPTY);
  }
}
