package venue.liquidationsweep;

import static org.assertj.core.api.Assertions.assertThat;
import static venue.domain.Samples.number;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import venue.domain.Samples;
import venue.domain.Side;
import venue.domain.account.Account;
import venue.domain.futures.FuturesExecution;
import venue.domain.futures.FuturesOrder;
import venue.domain.futures.LeverageChange;
import venue.domain.futures.Limit;
import venue.domain.futures.LiquidationFill;
import venue.domain.futures.MarketOrder;
import venue.domain.futures.PositionChange;
import venue.domain.futures.Slot;
import venue.domain.futures.TimeInForce;
import venue.domain.market.Market;
import venue.domain.market.NextTick;
import venue.domain.market.PriceConsensus.Agreed;
import venue.domain.market.Tick;
import venue.domain.resting.NewLimitOrder;
import venue.domain.resting.NewLimitOrder.Placed;
import venue.domain.resting.RestingOrder.PriceOrder;
import venue.domain.resting.RestingOrder.WaitingOrder;
import venue.domain.resting.Trigger;
import venue.function.Advancing;
import venue.function.TestTrading;
import venue.function.TestVenue;
import venue.store.AccountState;
import venue.store.AccountStore;
import venue.store.Caller;
import venue.store.MarketPage;
import venue.store.OrderReading;
import venue.store.OrderStore;
import venue.store.TestTables;
import venue.wire.Events;

/** An account whose positions in two markets share its cash. */
abstract class CrossAccount {
  private static final Caller CALLER = new Caller(Samples.ACCOUNT, "unused");
  static final String BTC = "BTC_USDT";
  static final String ETH = "ETH_USDT";
  final TestVenue venue = new TestVenue();
  private final LiquidationSweep function = new LiquidationSweep(venue.environment(Map.of()));
  final Advancing advancing = new Advancing(venue.environment(Map.of()));
  long id = 1_000;

  @BeforeEach
  void openSecondMarketAndMakeBothCross() {
    Market eth = Samples.market(ETH, "1000");
    venue.openMarket(eth);
    for (String market : List.of(BTC, ETH)) {
      OrderReading read = read(market);
      PositionChange cross =
          Samples.done(
              read.futuresDesk(
                      Slot.single(market),
                      2,
                      advancing.standing(state(), read.page()),
                      TestVenue.NOW)
                  .then(desk -> LeverageChange.decide(20, true, ++id, desk)));
      assertThat(orders().commit(List.of(cross), read)).isTrue();
    }
  }

  @AfterEach
  void close() {
    venue.close();
  }

  OrderStore orders() {
    return new OrderStore(venue.counting().client(), TestTables::name);
  }

  OrderReading read(String market) {
    return orders().read(CALLER, market, 0, Optional.empty());
  }

  AccountState state() {
    return new AccountStore(venue.counting().client(), TestTables::name)
        .state(Samples.ACCOUNT)
        .orElseThrow();
  }

  Account account() {
    return state().account();
  }

  FuturesExecution trade(String market, FuturesOrder order) {
    OrderReading read = read(market);
    Tick tick = read.page().orElseThrow().tick().orElseThrow();
    FuturesExecution execution =
        Samples.done(
            read.futuresDesk(
                    Slot.single(market), 2, advancing.standing(state(), read.page()), tick.time())
                .then(desk -> MarketOrder.execute(order, ++id, desk)));
    assertThat(orders().commit(execution, read, Optional.empty())).isTrue();
    return execution;
  }

  void tick(String market, String price) {
    tick(market, price, 5);
  }

  void tick(String market, String price, int secondsLater) {
    MarketPage page = venue.markets().page(market).orElseThrow();
    venue
        .markets()
        .append(Samples.after(page.market(), page.tick().orElseThrow(), price, secondsLater));
  }

  void degrade(String market) {
    MarketPage page = venue.markets().page(market).orElseThrow();
    Tick last = page.tick().orElseThrow();
    venue
        .markets()
        .append(
            new NextTick(page.market(), last.skew(), 1).degraded(last, last.time().plusSeconds(5)));
  }

  void tickOfAnOlderPrice(String market, String price, Instant time, Instant taken) {
    MarketPage page = venue.markets().page(market).orElseThrow();
    Tick last = page.tick().orElseThrow();
    Agreed agreed = new Agreed(number(price), time, List.of());
    venue
        .markets()
        .append(
            new NextTick(page.market(), last.skew(), Math.max(1, last.openInterest()))
                .after(Optional.of(last), Optional.of(agreed), taken)
                .orElseThrow());
  }

  void sweep() throws IOException {
    try (var payload = Events.open("minute.json")) {
      function.handleRequest(payload, new ByteArrayOutputStream(), venue.context());
    }
  }

  List<LiquidationFill> liquidations() {
    return new TestTrading(venue).liquidated();
  }

  long size(String market) {
    return state().position(Slot.single(market)).orElseThrow().size();
  }

  /** Buys at a limit below the price. */
  void limit(String market, long size, String price) {
    OrderReading read = read(market);
    FuturesOrder order =
        new FuturesOrder(
            market,
            size,
            false,
            false,
            Optional.of(new Limit(number(price), TimeInForce.GTC)),
            Optional.empty());
    Placed placed =
        Samples.done(
            read.futuresDesk(
                    Slot.single(market), 2, advancing.standing(state(), read.page()), TestVenue.NOW)
                .then(
                    desk ->
                        new NewLimitOrder(order, Optional.empty()).place(++id, desk, List.of())));
    assertThat(orders().rest(((Placed.Rests) placed).order(), read, Optional.empty())).isTrue();
  }

  /** Reduces a position at the next good tick. */
  void waiting(String market, long size) {
    OrderReading read = read(market);
    long sequence = read.page().orElseThrow().tick().orElseThrow().sequence();
    WaitingOrder order =
        new WaitingOrder(++id, Samples.reducing(market, size), sequence, TestVenue.NOW);
    assertThat(orders().rest(order, read, Optional.empty())).isTrue();
  }

  /** Closes a long position at a price or below. */
  void stop(String market, String price) {
    OrderReading read = read(market);
    PriceOrder order =
        new PriceOrder(
            ++id,
            Samples.closing(market),
            Side.LONG,
            new Trigger(Trigger.Rule.AT_MOST, number(price)),
            Optional.empty(),
            read.page().orElseThrow().tick().orElseThrow().sequence(),
            TestVenue.NOW);
    assertThat(orders().rest(order, read, Optional.empty())).isTrue();
  }
}
