package venue.domain.resting;

import static org.assertj.core.api.Assertions.assertThat;
import static venue.domain.Samples.done;
import static venue.domain.Samples.number;
import static venue.domain.Samples.refused;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import venue.domain.Outcome;
import venue.domain.Reason;
import venue.domain.Samples;
import venue.domain.futures.FuturesDesk;
import venue.domain.futures.FuturesExecution;
import venue.domain.futures.FuturesOrder;
import venue.domain.futures.Limit;
import venue.domain.futures.MarketOrder;
import venue.domain.futures.Position;
import venue.domain.futures.TimeInForce;
import venue.domain.market.Contract;
import venue.domain.resting.FinishedOrder.End;
import venue.domain.resting.NewLimitOrder.Placed;
import venue.domain.resting.RestingOrder.LimitOrder;

/** Of an account with 10,000 USDT and no position, at a tick at 1000. */
class NewLimitOrderTest {
  private static final FuturesDesk FLAT = Samples.desk();
  private static final Contract CONTRACT = FLAT.market().contract();
  private static final FuturesDesk LONG =
      Samples.then(FLAT, done(MarketOrder.execute(Samples.order("BTC_USDT", 100), 1, FLAT)));

  private static FuturesOrder order(long size, String price, TimeInForce tif) {
    return new FuturesOrder(
        "BTC_USDT",
        size,
        false,
        false,
        Optional.of(new Limit(number(price), tif)),
        Optional.empty());
  }

  private static Outcome<Placed> place(FuturesOrder order, FuturesDesk desk, RestingOrder... all) {
    return new NewLimitOrder(order, Optional.empty()).place(9, desk, List.of(all));
  }

  private static Outcome<Placed> place(long size, String price, TimeInForce tif) {
    return place(order(size, price, tif), FLAT);
  }

  private static LimitOrder rests(Outcome<Placed> outcome) {
    return (LimitOrder) ((Placed.Rests) done(outcome)).order();
  }

  private static FuturesExecution filled(Outcome<Placed> outcome) {
    return ((Placed.Filled) done(outcome)).execution();
  }

  @Test
  void fillsAtOnceAtItsFillPriceWhichIsBetterThanItsLimit() {
    FuturesExecution atMarket = done(MarketOrder.execute(Samples.order("BTC_USDT", 100), 9, FLAT));
    for (TimeInForce tif : List.of(TimeInForce.GTC, TimeInForce.IOC, TimeInForce.FOK)) {
      FuturesExecution done = filled(place(100, "1050", tif));
      assertThat(done.fill().price()).isEqualTo(atMarket.fill().price());
      assertThat(done.account()).isEqualTo(atMarket.account());
    }
  }

  @Test
  void fillsAtALimitThatIsExactlyItsFillPriceAndNotOneStepBelow() {
    BigDecimal price = FLAT.fillPrice(100).price();
    filled(place(100, price.toPlainString(), TimeInForce.GTC));
    rests(place(100, price.subtract(CONTRACT.priceStep()).toPlainString(), TimeInForce.GTC));
  }

  @Test
  void restsBeyondTheMarketAndSetsAsideMarginAndFeeAtItsLimit() {
    LimitOrder order = rests(place(100, "900", TimeInForce.GTC));
    BigDecimal value = CONTRACT.base(100).multiply(number("900"));
    BigDecimal fee = value.multiply(CONTRACT.orderFeeRate());
    assertThat(order.margin())
        .isEqualByComparingTo(
            Position.initialMargin(value, FLAT.position().leverage(), CONTRACT.takerFeeRate())
                .add(fee));
    assertThat(order.id()).isEqualTo(9);
    assertThat(order.tick()).isEqualTo(FLAT.tick().sequence());
  }

  @Test
  void isLookedAtWherePricesWithHalfTheSpreadReachItsLimit() {
    Trigger buys = rests(place(100, "900", TimeInForce.GTC)).trigger();
    assertThat(buys.isMetBy(number("899.9"))).isTrue();
    assertThat(buys.isMetBy(number("900"))).isFalse();
    Trigger sells = rests(place(-100, "1100", TimeInForce.POC)).trigger();
    assertThat(sells.isMetBy(number("1100.2"))).isTrue();
    assertThat(sells.isMetBy(number("1100"))).isFalse();
  }

  @Test
  void whatIsToFillAtOnceAndCannotEndsOrIsRefused() {
    FinishedOrder ended = ((Placed.Ended) done(place(100, "900", TimeInForce.IOC))).order();
    assertThat(ended.end()).isEqualTo(End.UNFILLED);
    assertThat(ended.order().margin()).isZero();
    assertThat(refused(place(100, "900", TimeInForce.FOK))).isEqualTo(Reason.ORDER_FOK);
  }

  @Test
  void aPostOnlyOrderNeverFillsAtOnce() {
    assertThat(refused(place(100, "1050", TimeInForce.POC))).isEqualTo(Reason.ORDER_POC_IMMEDIATE);
    rests(place(100, "999", TimeInForce.POC));
  }

  @Test
  void itsLimitLiesOnTheGridAndNotTooFarAway() {
    assertThat(refused(place(100, "900.00001", TimeInForce.GTC)))
        .isEqualTo(Reason.INVALID_PARAM_VALUE);
    assertThat(refused(place(100, "-5", TimeInForce.GTC))).isEqualTo(Reason.INVALID_PARAM_VALUE);
    assertThat(refused(place(100, "499", TimeInForce.GTC))).isEqualTo(Reason.PRICE_TOO_DEVIATED);
    assertThat(refused(place(-100, "1501", TimeInForce.GTC))).isEqualTo(Reason.PRICE_TOO_DEVIATED);
  }

  @Test
  void moreThanIsAvailableIsNotSetAside() {
    LimitOrder order = rests(place(50_000, "900", TimeInForce.GTC));
    FuturesDesk left = FLAT.withOrderMargin(order.margin());
    assertThat(left.available()).isEqualByComparingTo(FLAT.available().subtract(order.margin()));
    assertThat(refused(place(order(100_000, "900", TimeInForce.GTC), left, order)))
        .isEqualTo(Reason.INSUFFICIENT_AVAILABLE);
  }

  @Test
  void whatReducesThePositionSetsNothingAsideAndEachContractReducesOnce() {
    LimitOrder first = rests(place(order(-60, "1100", TimeInForce.GTC), LONG));
    assertThat(first.margin()).isZero();
    LimitOrder second = rests(place(order(-60, "1100", TimeInForce.GTC), LONG, first));
    LimitOrder opening = rests(place(order(-20, "1100", TimeInForce.GTC), FLAT));
    assertThat(second.margin()).isEqualByComparingTo(opening.margin());
  }

  @Test
  void amendedItKeepsIdAndTimeAndMayUseWhatWasSetAsideForIt() {
    LimitOrder before = rests(place(50_000, "900", TimeInForce.GTC));
    FuturesDesk desk = FLAT.withOrderMargin(before.margin());
    Amendment amendment = new Amendment(Optional.of(number("901")), Optional.of(60_000L));
    LimitOrder after = rests(done(amendment.of(before)).place(10, desk, List.of(before)));
    assertThat(after.id()).isEqualTo(before.id());
    assertThat(after.time()).isEqualTo(before.time());
    assertThat(after.limit().price()).isEqualByComparingTo("901");
    assertThat(after.order().size()).isEqualTo(60_000);
    assertThat(after.margin()).isGreaterThan(before.margin());
  }

  @Test
  void amendedBeyondTheMarketItFillsAsTheOrderItWas() {
    LimitOrder before = rests(place(100, "900", TimeInForce.GTC));
    Amendment amendment = new Amendment(Optional.of(number("1050")), Optional.empty());
    FuturesDesk desk = FLAT.withOrderMargin(before.margin());
    FuturesExecution done = filled(done(amendment.of(before)).place(10, desk, List.of(before)));
    assertThat(done.fill().accepted().id()).isEqualTo(before.id());
    assertThat(done.fill().id()).isEqualTo(10);
    assertThat(done.account().orderMargin()).isZero();
  }

  @Test
  void anAmendmentDoesNotTurnTheSide() {
    LimitOrder before = rests(place(100, "900", TimeInForce.GTC));
    assertThat(refused(new Amendment(Optional.empty(), Optional.of(-100L)).of(before)))
        .isEqualTo(Reason.INVALID_PARAM_VALUE);
  }

  @Test
  void noMoreThanTwentyRest() {
    LimitOrder one = rests(place(1, "900", TimeInForce.GTC));
    RestingOrder[] twenty = Collections.nCopies(20, one).toArray(RestingOrder[]::new);
    assertThat(refused(place(order(1, "900", TimeInForce.GTC), FLAT, twenty)))
        .isEqualTo(Reason.TOO_MANY_ORDERS);
  }
}
