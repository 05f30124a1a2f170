package venue.liquidationsweep;

import static org.assertj.core.api.Assertions.assertThat;
import static venue.domain.Samples.number;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import venue.domain.Outcome;
import venue.domain.Samples;
import venue.domain.Side;
import venue.domain.futures.FuturesDesk;
import venue.domain.futures.FuturesOrder;
import venue.domain.futures.LeverageChange;
import venue.domain.futures.Limit;
import venue.domain.futures.LiquidationFill;
import venue.domain.futures.MarketOrder;
import venue.domain.futures.Position;
import venue.domain.futures.PositionMode;
import venue.domain.futures.Slot;
import venue.domain.futures.TimeInForce;
import venue.domain.resting.NewLimitOrder;
import venue.domain.resting.NewLimitOrder.Placed;
import venue.function.Advancing;
import venue.function.TestTrading;
import venue.function.TestVenue;
import venue.store.AccountState;
import venue.store.Caller;
import venue.store.OrderReading;
import venue.store.OrderStore;
import venue.store.TestTables;
import venue.wire.Events;

/** An account with 10,000 USDT, long 100,000 and short 20,000 contracts of one market, cross. */
class HedgedAccountTest {
  private static final String MARKET = "BTC_USDT";
  private final TestVenue venue = new TestVenue();
  private final TestTrading trading = new TestTrading(venue);
  private final Advancing advancing = new Advancing(venue.environment(Map.of()));
  private final OrderStore orders = new OrderStore(venue.counting().client(), TestTables::name);
  private final LiquidationSweep function = new LiquidationSweep(venue.environment(Map.of()));
  private long id = 1_000;

  @BeforeEach
  void openBoth() {
    assertThat(orders.mode(PositionMode.HEDGE, trading.state())).isTrue();
    for (Slot slot : PositionMode.HEDGE.slots(MARKET)) {
      OrderReading read = read();
      var cross = done(desk(read, slot).then(at -> LeverageChange.decide(20, true, ++id, at)));
      assertThat(orders.commit(List.of(cross), read)).isTrue();
    }
    trade(Samples.order(MARKET, 100_000));
    trade(Samples.order(MARKET, -20_000));
  }

  @AfterEach
  void close() {
    venue.close();
  }

  private static <T> T done(Outcome<T> outcome) {
    return Samples.done(outcome);
  }

  private OrderReading read() {
    return orders.read(new Caller(Samples.ACCOUNT, "unused"), MARKET, 0, Optional.empty());
  }

  private Outcome<FuturesDesk> desk(OrderReading read, Slot slot) {
    AccountState state = read.state().orElseThrow();
    return read.futuresDesk(slot, 2, advancing.standing(state, read.page()), TestVenue.NOW);
  }

  private Outcome<FuturesDesk> desk(OrderReading read, FuturesOrder order) {
    return PositionMode.HEDGE.slot(order).then(slot -> desk(read, slot));
  }

  private void trade(FuturesOrder order) {
    OrderReading read = read();
    var execution = done(desk(read, order).then(at -> MarketOrder.execute(order, ++id, at)));
    assertThat(orders.commit(execution, read, Optional.empty())).isTrue();
  }

  private void limit(long size, String price) {
    Limit limit = new Limit(number(price), TimeInForce.GTC);
    FuturesOrder order =
        new FuturesOrder(MARKET, size, false, false, Optional.of(limit), Optional.empty());
    OrderReading read = read();
    NewLimitOrder placed = new NewLimitOrder(order, Optional.empty());
    var rests =
        (Placed.Rests) done(desk(read, order).then(at -> placed.place(++id, at, List.of())));
    assertThat(orders.rest(rests.order(), read, Optional.empty())).isTrue();
  }

  private void sweep() throws IOException {
    try (var payload = Events.open("minute.json")) {
      function.handleRequest(payload, new ByteArrayOutputStream(), venue.context());
    }
  }

  private Position position(Side side) {
    return trading.state().position(Slot.dual(MARKET, side)).orElseThrow();
  }

  @Test
  void isNettedAtThePriceOfItsTickBeforeAnythingIsClosedAgainstTheHouse() throws IOException {
    trading.tick("880");
    sweep();
    List<LiquidationFill> newestFirst = trading.liquidated();
    assertThat(newestFirst).hasSizeGreaterThan(2);
    assertThat(newestFirst.reversed().subList(0, 2))
        .allMatch(fill -> fill.fillPrice().compareTo(number("880")) == 0)
        .allMatch(fill -> fill.fee().signum() == 0)
        .extracting(LiquidationFill::closed)
        .containsExactlyInAnyOrder(-20_000L, 20_000L);
    assertThat(position(Side.SHORT).isFlat()).isTrue();
    assertThat(position(Side.LONG).size()).isBetween(0L, 79_999L);
  }

  @Test
  void whatWasSetAsideForItsOrdersIsGivenBackOnce() throws IOException {
    limit(1_000, "870");
    assertThat(trading.state().account().orderMargin()).isPositive();
    trading.tick("880");
    sweep();
    assertThat(trading.liquidated()).isNotEmpty();
    assertThat(trading.state().resting()).isEmpty();
    assertThat(trading.state().account().orderMargin()).isZero();
  }

  @Test
  void isLeftAloneWhileTheProfitOfOneCarriesTheLossOfTheOther() throws IOException {
    trading.tick("900");
    sweep();
    assertThat(trading.liquidated()).isEmpty();
    assertThat(position(Side.SHORT).size()).isEqualTo(-20_000);
  }
}
