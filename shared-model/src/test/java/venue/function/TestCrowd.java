package venue.function;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import venue.domain.Samples;
import venue.domain.Side;
import venue.domain.account.Account;
import venue.domain.account.IdRange;
import venue.domain.account.Transfer;
import venue.domain.futures.DeleverageFill;
import venue.domain.futures.FuturesDesk;
import venue.domain.futures.FuturesExecution;
import venue.domain.futures.LeverageChange;
import venue.domain.futures.MarketOrder;
import venue.domain.futures.Position;
import venue.domain.futures.PositionChange;
import venue.domain.futures.Slot;
import venue.domain.history.AccountEvent.Deleveraged;
import venue.domain.house.HouseBooks;
import venue.domain.market.Tick;
import venue.domain.smartleverage.Fund;
import venue.domain.smartleverage.UnitDesk;
import venue.domain.smartleverage.UnitOrder;
import venue.domain.smartleverage.UnitTrade;
import venue.store.AccountState;
import venue.store.AccountStore;
import venue.store.Caller;
import venue.store.HouseStore;
import venue.store.JournalStore;
import venue.store.MarketPage;
import venue.store.OrderReading;
import venue.store.OrderStore;
import venue.store.TestTables;

/** Several accounts in a second market of a {@link TestVenue}, whose house is small. */
public final class TestCrowd {
  public static final String MARKET = "ETH_USDT";
  private static final int SHARDS = 2;
  private final TestVenue venue;
  private final Advancing advancing;
  private long lastId = 1_000;

  /**
   * Opens the market at 1000.
   *
   * @param house USDT
   * @param insurance USDT
   */
  public TestCrowd(TestVenue venue, String house, String insurance) {
    this.venue = venue;
    venue.openMarket(Samples.market(MARKET, "1000"), house, insurance);
    advancing = new Advancing(venue.environment(Map.of()));
  }

  /** Opens an account with so much cash, USDT. */
  public void join(long number, String cash) {
    Account account = Account.open(number, TestVenue.NOW);
    accounts().open(account);
    stored(
        accounts()
            .commit(
                Samples.done(
                    Transfer.deposit(account, Samples.number(cash), ++lastId, TestVenue.NOW)),
                state(number),
                Optional.empty()));
  }

  /** Chooses the leverage of an account's position, which is flat. */
  public void leverage(long number, int leverage, boolean cross) {
    OrderReading read = read(number);
    PositionChange change =
        Samples.done(LeverageChange.decide(leverage, cross, ++lastId, desk(number, read)));
    stored(orders().commit(List.of(change), read));
  }

  /** Buys contracts, or sells if negative. */
  public void buy(long number, long size) {
    OrderReading read = read(number);
    FuturesExecution execution =
        Samples.done(
            MarketOrder.execute(Samples.order(MARKET, size), ++lastId, desk(number, read)));
    stored(orders().commit(execution, read, Optional.empty()));
  }

  /** Buys units of a fund for an amount, USDT. */
  public void buyUnits(long number, Side side, String amount) {
    OrderReading read = read(number);
    String fund = read.page().orElseThrow().market().contract().fund(side);
    UnitDesk desk =
        Samples.done(
            read.unitDesk(
                fund, side, SHARDS, advancing.standing(state(number), read.page()), TestVenue.NOW));
    UnitOrder order = new UnitOrder.Buy(fund, Samples.number(amount), Optional.empty());
    stored(
        orders()
            .commit(
                Samples.done(UnitTrade.execute(order, ++lastId, desk)), read, Optional.empty()));
  }

  /** The market's fund of a direction. */
  public Fund fund(Side side) {
    return page().fund(side).orElseThrow();
  }

  /** The next good tick, five seconds after the last. */
  public Tick tick(String price) {
    return tick(price, 5);
  }

  /** The next good tick, so many seconds after the last. */
  public Tick tick(String price, int seconds) {
    MarketPage page = page();
    return venue
        .markets()
        .append(Samples.after(page.market(), page.tick().orElseThrow(), price, seconds))
        .inForce()
        .orElseThrow();
  }

  private FuturesDesk desk(long number, OrderReading read) {
    return Samples.done(
        read.futuresDesk(
            Slot.single(MARKET),
            SHARDS,
            advancing.standing(state(number), read.page()),
            TestVenue.NOW));
  }

  private static void stored(boolean stored) {
    if (!stored) {
      throw new AssertionError("not stored");
    }
  }

  /** All that an account has. */
  public AccountState state(long number) {
    return accounts().state(number).orElseThrow();
  }

  /** An account's position in the market. */
  public Position position(long number) {
    return state(number).position(Slot.single(MARKET)).orElseThrow();
  }

  /** What of an account was closed to protect the house, newest first. */
  public List<DeleverageFill> deleveraged(long number) {
    return new JournalStore(venue.counting().client(), TestTables::name)
        .newest(
            number,
            IdRange.ALL,
            100,
            event -> event instanceof Deleveraged(var fill) ? List.of(fill) : List.of());
  }

  /** House equity at the latest tick, USDT. */
  public BigDecimal equity() {
    return books().equity(page().market().contract(), tick(), page().funds());
  }

  /** The least it should be, USDT. */
  public BigDecimal floor() {
    return page().market().solvency().floor(skew(), tick().price());
  }

  /** Users' net position, signed base. */
  public BigDecimal skew() {
    return books().skew(page().market().contract(), page().funds());
  }

  private HouseBooks books() {
    return HouseBooks.of(
        new HouseStore(venue.counting().client(), TestTables::name).shards(MARKET, SHARDS));
  }

  /** The latest tick. */
  public Tick tick() {
    return page().tick().orElseThrow();
  }

  private MarketPage page() {
    return venue.markets().page(MARKET).orElseThrow();
  }

  private OrderReading read(long number) {
    return orders().read(new Caller(number, "unused"), MARKET, 0, Optional.empty());
  }

  private AccountStore accounts() {
    return new AccountStore(venue.counting().client(), TestTables::name);
  }

  private OrderStore orders() {
    return new OrderStore(venue.counting().client(), TestTables::name);
  }
}
