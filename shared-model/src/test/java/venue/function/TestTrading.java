package venue.function;

import java.util.List;
import java.util.Optional;
import venue.domain.Samples;
import venue.domain.Side;
import venue.domain.account.IdRange;
import venue.domain.advance.Standing;
import venue.domain.futures.FuturesDesk;
import venue.domain.futures.FuturesFill;
import venue.domain.futures.FuturesOrder;
import venue.domain.futures.Limit;
import venue.domain.futures.LiquidationFill;
import venue.domain.futures.MarketOrder;
import venue.domain.futures.Position;
import venue.domain.futures.Slot;
import venue.domain.futures.TimeInForce;
import venue.domain.history.AccountEvent.Liquidated;
import venue.domain.history.AccountEvent.OrderFilled;
import venue.domain.market.NextTick;
import venue.domain.market.Tick;
import venue.domain.resting.FinishedOrder;
import venue.domain.resting.RestingOrder;
import venue.domain.resting.RestingOrder.LimitOrder;
import venue.domain.resting.RestingOrder.PriceOrder;
import venue.domain.resting.Trigger;
import venue.domain.smartleverage.UnitOrder;
import venue.domain.smartleverage.UnitTrade;
import venue.store.AccountState;
import venue.store.AccountStore;
import venue.store.Caller;
import venue.store.FillStore;
import venue.store.JournalStore;
import venue.store.MarketPage;
import venue.store.OrderReading;
import venue.store.OrderStore;
import venue.store.TestTables;

/** What happens in the market of a {@link TestVenue}, and what its account has of it. */
public record TestTrading(TestVenue venue) {
  public static final String MARKET = "BTC_USDT";
  private static final Caller CALLER = new Caller(Samples.ACCOUNT, "unused");

  /** The next good tick, five seconds after the last. */
  public Tick tick(String price) {
    MarketPage page = page();
    return venue
        .markets()
        .append(Samples.after(page.market(), page.tick().orElseThrow(), price, 5))
        .inForce()
        .orElseThrow();
  }

  /** The next tick, at which nothing fills because the sources do not agree. */
  public Tick degraded() {
    MarketPage page = page();
    Tick last = page.tick().orElseThrow();
    NextTick next = new NextTick(page.market(), last.skew(), last.openInterest());
    return venue
        .markets()
        .append(next.degraded(last, last.time().plusSeconds(5)))
        .inForce()
        .orElseThrow();
  }

  /** Buys contracts, or sells if negative. */
  public void buy(long size) {
    trade(Samples.order(MARKET, size), 70 + state().positions().size());
  }

  /** Buys contracts as the order with an id. */
  public void buyAs(long id, long size) {
    trade(Samples.order(MARKET, size), id);
  }

  /** Closes the position. */
  public void close() {
    trade(Samples.closing(MARKET), 79);
  }

  private void trade(FuturesOrder order, long id) {
    OrderReading read = read();
    FuturesDesk desk =
        Samples.done(read.futuresDesk(Slot.single(MARKET), 2, nothingOpen(read), TestVenue.NOW));
    committed(
        orders()
            .commit(Samples.done(MarketOrder.execute(order, id, desk)), read, Optional.empty()));
  }

  /** Buys units of the market's fund of a side. */
  public void buyUnits(Side side, String amount) {
    buyUnits(side, amount, 80);
  }

  /** Buys units as the order with an id. */
  public void buyUnits(Side side, String amount, long id) {
    OrderReading read = read();
    UnitOrder order =
        new UnitOrder.Buy(MARKET + "_" + side, Samples.number(amount), Optional.empty());
    committed(
        orders()
            .commit(
                Samples.done(
                    UnitTrade.execute(
                        order,
                        id,
                        Samples.done(
                            read.unitDesk(
                                order.fund(), side, 2, nothingOpen(read), TestVenue.NOW)))),
                read,
                Optional.empty()));
  }

  /** Stores an order that rests from now on. */
  public void rest(RestingOrder order) {
    committed(orders().rest(order, read(), Optional.empty()));
  }

  private static void committed(boolean stored) {
    if (!stored) {
      throw new AssertionError("not stored");
    }
  }

  /** A stop-loss on a long position that was accepted at the market's first tick. */
  public static PriceOrder stop(long id, FuturesOrder order, String price) {
    return new PriceOrder(
        id,
        order,
        Side.LONG,
        new Trigger(Trigger.Rule.AT_MOST, Samples.number(price)),
        Optional.empty(),
        1,
        TestVenue.NOW);
  }

  /** A purchase of 10 contracts at 990 that was accepted at a market's first tick. */
  public static LimitOrder bid(long id, String market) {
    Limit limit = new Limit(Samples.number("990"), TimeInForce.GTC);
    return new LimitOrder(
        id,
        new FuturesOrder(market, 10, false, false, Optional.of(limit), Optional.empty()),
        Trigger.of(limit, 10, Samples.market().fill().halfSpread()),
        Samples.number("100"),
        1,
        TestVenue.NOW,
        TestVenue.NOW);
  }

  /** All that the account has. */
  public AccountState state() {
    return new AccountStore(venue.counting().client(), TestTables::name)
        .state(Samples.ACCOUNT)
        .orElseThrow();
  }

  /** The account's position in the market. */
  public Position position() {
    return state().position(Slot.single(MARKET)).orElseThrow();
  }

  /** A resting order that does no more. */
  public FinishedOrder ended(long id) {
    return fills().ended(Samples.ACCOUNT, id).orElseThrow();
  }

  /** A filled futures order. */
  public FuturesFill filled(long id) {
    return fills().futuresFill(Samples.ACCOUNT, id).orElseThrow();
  }

  /** The newest filled futures orders, newest first. */
  public List<FuturesFill> filled() {
    return filled(100);
  }

  /** At most so many of them. */
  public List<FuturesFill> filled(int most) {
    return journal()
        .newest(
            Samples.ACCOUNT,
            IdRange.ALL,
            most,
            event -> event instanceof OrderFilled(var fill) ? List.of(fill) : List.of());
  }

  /** The account's liquidations, newest first. */
  public List<LiquidationFill> liquidated() {
    return journal()
        .newest(
            Samples.ACCOUNT,
            IdRange.ALL,
            100,
            event -> event instanceof Liquidated(var fill) ? List.of(fill) : List.of());
  }

  private JournalStore journal() {
    return new JournalStore(venue.counting().client(), TestTables::name);
  }

  private FillStore fills() {
    return new FillStore(venue.counting().client(), TestTables::name);
  }

  private OrderStore orders() {
    return new OrderStore(venue.counting().client(), TestTables::name);
  }

  private OrderReading read() {
    return orders().read(CALLER, MARKET, 0, Optional.empty());
  }

  /** The market as of now. */
  public MarketPage page() {
    return venue.markets().page(MARKET).orElseThrow();
  }

  private static Standing nothingOpen(OrderReading read) {
    return Samples.nothingOpen(read.state().orElseThrow().account());
  }
}
