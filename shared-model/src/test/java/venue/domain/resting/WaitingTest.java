package venue.domain.resting;

import static org.assertj.core.api.Assertions.assertThat;
import static venue.domain.Samples.done;
import static venue.domain.Samples.refused;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import venue.domain.Outcome;
import venue.domain.Reason;
import venue.domain.Samples;
import venue.domain.futures.FuturesDesk;
import venue.domain.futures.MarketOrder;
import venue.domain.market.Contract;
import venue.domain.resting.RestingOrder.RestingFutures;

/** Of an account that is long 100 contracts, at a tick whose price is a minute old. */
class WaitingTest {
  private static final FuturesDesk FLAT = Samples.desk();
  private static final FuturesDesk DESK =
      old(Samples.then(FLAT, done(MarketOrder.execute(Samples.order("BTC_USDT", 100), 1, FLAT))));
  private static final Contract CONTRACT = DESK.market().contract();

  private static FuturesDesk old(FuturesDesk desk) {
    return new FuturesDesk(
        desk.account(),
        desk.position(),
        desk.shard(),
        desk.shards(),
        desk.market(),
        desk.tick(),
        desk.now().plusSeconds(60));
  }

  private static Outcome<RestingFutures> sell(
      long size, BigDecimal unitExposure, RestingOrder... resting) {
    return new Waiting(DESK, List.of(resting), Optional.empty(), unitExposure)
        .accept(Samples.order("BTC_USDT", -size), 5);
  }

  private static Outcome<RestingFutures> sell(long size, RestingOrder... resting) {
    return sell(size, BigDecimal.ZERO, resting);
  }

  private static RestingFutures waiting(long size) {
    return done(sell(size));
  }

  @Test
  void nothingFillsAtThatTick() {
    assertThat(DESK.fills()).isFalse();
    assertThat(FLAT.fills()).isTrue();
  }

  @Test
  void whatReducesWaitsAndBecomesReduceOnly() {
    RestingFutures order = waiting(40);
    assertThat(order.order()).isEqualTo(Samples.reducing("BTC_USDT", -40));
    assertThat(order.tick()).isEqualTo(DESK.tick().sequence());
    assertThat(order.time()).isEqualTo(DESK.now());
  }

  @Test
  void theWholePositionMayBeClosedAndNoMore() {
    assertThat(waiting(100).order().size()).isEqualTo(-100);
    assertThat(refused(sell(101))).isEqualTo(Reason.TOO_BUSY);
    assertThat(refused(sell(-1))).isEqualTo(Reason.TOO_BUSY);
    assertThat(
            done(new Waiting(DESK, List.of(), Optional.empty(), BigDecimal.ZERO)
                    .accept(Samples.closing("BTC_USDT"), 5))
                .order()
                .close())
        .isTrue();
  }

  @Test
  void onAFlatPositionNothingWaits() {
    Waiting waiting = new Waiting(old(FLAT), List.of(), Optional.empty(), BigDecimal.ZERO);
    assertThat(refused(waiting.accept(Samples.order("BTC_USDT", 1), 5))).isEqualTo(Reason.TOO_BUSY);
    assertThat(refused(waiting.accept(Samples.closing("BTC_USDT"), 5)))
        .isEqualTo(Reason.POSITION_EMPTY);
  }

  @Test
  void aHedgeMayBeUnwoundUpToTwiceWhatIsNotHedged() {
    BigDecimal hedge = CONTRACT.base(-60);
    assertThat(done(sell(80, hedge)).order().size()).isEqualTo(-80);
    assertThat(refused(sell(81, hedge))).isEqualTo(Reason.TOO_BUSY);
    assertThat(refused(sell(1, CONTRACT.base(-100)))).isEqualTo(Reason.TOO_BUSY);
    assertThat(done(sell(100, CONTRACT.base(60))).order().size()).isEqualTo(-100);
  }

  @Test
  void manySmallOrdersDoNotTogetherWhatOneMayNot() {
    BigDecimal hedge = CONTRACT.base(-60);
    RestingFutures first = done(sell(50, hedge));
    assertThat(refused(sell(50, hedge, first))).isEqualTo(Reason.TOO_BUSY);
    assertThat(refused(sell(1, hedge, first))).isEqualTo(Reason.TOO_BUSY);
  }

  /** At the good tick the first closes it and the second goes along with the position. */
  @Test
  void twoOrdersForMoreThanThePositionHarmNobody() {
    assertThat(done(sell(100, waiting(100))).order().reduceOnly()).isTrue();
  }

  @Test
  void atMostTwentyRest() {
    RestingOrder[] twenty =
        LongStream.range(0, 20).mapToObj(_ -> waiting(1)).toArray(RestingOrder[]::new);
    assertThat(refused(sell(1, twenty))).isEqualTo(Reason.TOO_MANY_ORDERS);
  }
}
