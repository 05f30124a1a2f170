package venue.domain.futures;

import static org.assertj.core.api.Assertions.assertThat;
import static venue.domain.Samples.after;
import static venue.domain.Samples.at;
import static venue.domain.Samples.desk;
import static venue.domain.Samples.done;
import static venue.domain.Samples.number;
import static venue.domain.Samples.order;
import static venue.domain.Samples.refusal;
import static venue.domain.Samples.refused;
import static venue.domain.Samples.then;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import venue.domain.Outcome;
import venue.domain.Reason;

/** Of a long position of 1,000 contracts at 10x, opened at a tick at 1000. */
class MarginChangeTest {
  private static final FuturesDesk HELD =
      then(desk(), done(MarketOrder.execute(order("BTC_USDT", 1000), 1, desk())));

  private static Outcome<PositionChange> decide(String change, FuturesDesk desk) {
    return MarginChange.decide(number(change), 2, desk);
  }

  private static BigDecimal margin(PositionChange change) {
    return change.position().margin();
  }

  @Test
  void whatIsAddedComesFromWhatIsAvailableAndMovesTheLiquidationPriceAway() {
    PositionChange change = done(decide("50", HELD));
    assertThat(margin(change)).isEqualByComparingTo(HELD.position().margin().add(number("50")));
    assertThat(change.account().available())
        .isEqualByComparingTo(HELD.account().available().subtract(number("50")));
    assertThat(change.account().cash()).isEqualByComparingTo(HELD.account().cash());
    assertThat(liquidationPrice(change.position())).isLessThan(liquidationPrice(HELD.position()));
  }

  private static BigDecimal liquidationPrice(Position position) {
    return LiquidationPrice.of(position, HELD.market().contract(), HELD.tick().fundingIndex())
        .price();
  }

  @Test
  void allThatWasAddedCanBeTakenOutAgainSaveForWhatClosingCosts() {
    FuturesDesk more = then(HELD, done(decide("50", HELD)));
    assertThat(refused(decide("-50", more))).isEqualTo(Reason.REMOVE_TOO_MUCH);
    String message = refusal(decide("-50", more)).message();
    String most = message.replaceAll(".*at most (\\S+) USDT.*", "$1");
    assertThat(number(most)).isBetween(number("49.5"), number("50"));
    assertThat(margin(done(decide("-" + most, more)))).isPositive();
    assertThat(refused(decide("-" + number(most).add(number("0.000000000001")), more)))
        .isEqualTo(Reason.REMOVE_TOO_MUCH);
  }

  @Test
  void profitCannotBeTakenOutAndLossStaysBacked() {
    FuturesDesk more = then(HELD, done(decide("50", HELD)));
    FuturesDesk risen = at(more, after(more.market(), more.tick(), "1200", 1));
    assertThat(refused(decide("-60", risen))).isEqualTo(Reason.REMOVE_TOO_MUCH);
    FuturesDesk fallen = at(more, after(more.market(), more.tick(), "960", 1));
    assertThat(refused(decide("-11", fallen))).isEqualTo(Reason.REMOVE_TOO_MUCH);
    assertThat(margin(done(decide("-9", fallen)))).isPositive();
  }

  @Test
  void moreThanIsAvailableIsNotAdded() {
    assertThat(refused(decide("9999", HELD))).isEqualTo(Reason.INSUFFICIENT_AVAILABLE);
  }

  @Test
  void refusesWhatHasNoMarginToChange() {
    assertThat(refused(decide("5", desk()))).isEqualTo(Reason.POSITION_EMPTY);
    assertThat(refused(decide("0", HELD))).isEqualTo(Reason.INVALID_PARAM_VALUE);
    FuturesDesk cross = then(desk(), done(LeverageChange.decide(10, true, 1, desk())));
    FuturesDesk held = then(cross, done(MarketOrder.execute(order("BTC_USDT", 10), 1, cross)));
    assertThat(refused(decide("5", held))).isEqualTo(Reason.POSITION_CROSS_MARGIN);
    FuturesDesk due = at(HELD, after(HELD.market(), HELD.tick(), "890", 1));
    assertThat(refused(decide("5", due))).isEqualTo(Reason.POSITION_IN_LIQUIDATION);
  }
}
