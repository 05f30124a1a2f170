package venue.liquidationsweep;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import venue.domain.Outcome;
import venue.domain.Samples;
import venue.domain.account.Account;
import venue.domain.account.IdRange;
import venue.domain.account.Transfer;
import venue.domain.advance.Standing;
import venue.domain.futures.FuturesDesk;
import venue.domain.futures.LeverageChange;
import venue.domain.futures.LiquidationFill;
import venue.domain.futures.MarketOrder;
import venue.domain.futures.PositionChange;
import venue.domain.futures.Slot;
import venue.domain.history.AccountEvent.Liquidated;
import venue.domain.market.FundingRule;
import venue.domain.market.Market;
import venue.domain.market.NextTick;
import venue.domain.market.PriceRange;
import venue.domain.market.Tick;
import venue.function.Advancing;
import venue.function.Environment;
import venue.function.TestVenue;
import venue.store.AccountState;
import venue.store.AccountStore;
import venue.store.Caller;
import venue.store.DuePositions;
import venue.store.JournalStore;
import venue.store.MarketPage;
import venue.store.OrderReading;
import venue.store.OrderStore;
import venue.store.TestTables;

/** Several markets whose funding moves fast, several accounts, and the function itself. */
final class SweptVenue implements AutoCloseable {
  private static final int SHARDS = 2;
  private final TestVenue venue = new TestVenue();
  private final Environment environment = venue.environment(Map.of());
  private final LiquidationSweep function = new LiquidationSweep(environment);
  private final Advancing advancing = new Advancing(environment);
  private final OrderStore orders = new OrderStore(environment.dynamoDb(), TestTables::name);
  private final AccountStore accounts = new AccountStore(environment.dynamoDb(), TestTables::name);
  private final Map<String, Market> markets = new HashMap<>();
  private final Map<String, Tick> ticks = new HashMap<>();
  private long id = 1_000;
  private Instant now = TestVenue.NOW;

  SweptVenue(List<String> names) {
    for (String name : names) {
      Market usual = Samples.market(name, "1000");
      Market market =
          new Market(
              usual.contract(),
              usual.fill(),
              new FundingRule(Samples.number("3"), Samples.number("0.03"), Duration.ofHours(8)),
              usual.caps(),
              usual.solvency(),
              usual.fund(),
              usual.jumpBound(),
              usual.priceAgeMax(),
              usual.startingVolatility(),
              usual.createTime());
      venue.openMarket(market);
      markets.put(name, market);
      ticks.put(name, page(name).tick().orElseThrow());
    }
  }

  Market market(String name) {
    return Objects.requireNonNull(markets.get(name));
  }

  /** The latest. */
  Tick tick(String name) {
    return Objects.requireNonNull(ticks.get(name));
  }

  private MarketPage page(String name) {
    return venue.markets().page(name).orElseThrow();
  }

  void open(long account, BigDecimal cash) {
    accounts.open(Account.open(account, now));
    pay(account, cash);
  }

  void pay(long account, BigDecimal cash) {
    AccountState state = state(account);
    stored(
        accounts.commit(
            Samples.done(Transfer.deposit(state.account(), cash, ++id, now)),
            state,
            Optional.empty()));
  }

  AccountState state(long account) {
    return accounts.state(account).orElseThrow();
  }

  Standing standing(AccountState state) {
    return advancing.standing(state, Optional.empty());
  }

  void pass(Duration time) {
    now = now.plus(time);
  }

  void tick(String name, BigDecimal price, BigDecimal skew) {
    Tick next = new NextTick(market(name), skew, 1).good(Optional.of(tick(name)), price, now);
    ticks.put(name, venue.markets().append(next).inForce().orElseThrow());
  }

  /** Makes a flat position cross or isolated. */
  void gear(long account, String market, int leverage, boolean cross) {
    OrderReading read = read(account, market);
    PositionChange change =
        Samples.done(
            desk(read, market).then(desk -> LeverageChange.decide(leverage, cross, ++id, desk)));
    stored(orders.commit(List.of(change), read));
  }

  /** Trades so many contracts, unless they are refused. */
  void trade(long account, String market, long size) {
    OrderReading read = read(account, market);
    if (desk(read, market)
            .then(desk -> MarketOrder.execute(Samples.order(market, size), ++id, desk))
        instanceof Outcome.Done(var execution)) {
      stored(orders.commit(execution, read, Optional.empty()));
    }
  }

  /** Takes a part of what is available out, unless that is refused. */
  void withdraw(long account, BigDecimal part) {
    AccountState state = state(account);
    BigDecimal amount = state.account().available().multiply(part).setScale(2, RoundingMode.DOWN);
    if (Transfer.withdrawal(state.account(), standing(state).legs(), amount, ++id, now)
        instanceof Outcome.Done(var paid)) {
      stored(accounts.commit(paid, state, Optional.empty()));
    }
  }

  private OrderReading read(long account, String market) {
    return orders.read(new Caller(account, "unused"), market, 0, Optional.empty());
  }

  private Outcome<FuturesDesk> desk(OrderReading read, String market) {
    Standing standing = advancing.standing(read.state().orElseThrow(), read.page());
    return read.futuresDesk(Slot.single(market), SHARDS, standing, now);
  }

  private static void stored(boolean done) {
    if (!done) {
      throw new AssertionError("not stored");
    }
  }

  /** The accounts that the query of the index names for a market's latest tick. */
  Set<Long> found(String name) {
    Set<Long> found = new TreeSet<>();
    new DuePositions(environment.dynamoDb(), environment::variable)
        .each(
            market(name).contract(),
            PriceRange.of(tick(name)),
            tick(name).fundingSeen(),
            found::add);
    return found;
  }

  void sweepBySchedule() {
    call("{\"source\":\"aws.scheduler\"}");
  }

  /** As the tick of a market has it swept. */
  void sweepByMessage(String name) {
    String answer =
        call(
            "{\"Records\":[{\"messageId\":\"m\",\"body\":\"{\\\"market\\\":\\\"%s\\\",\\\"tick\\\":%d}\"}]}"
                .formatted(name, tick(name).sequence()));
    if (!answer.equals("{\"batchItemFailures\":[]}")) {
      throw new AssertionError(answer + " " + venue.context().lines());
    }
  }

  private String call(String event) {
    try {
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      function.handleRequest(new ByteArrayInputStream(event.getBytes(UTF_8)), out, venue.context());
      return out.toString(UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The account's liquidations at the latest ticks. */
  List<LiquidationFill> liquidated(long account) {
    return new JournalStore(environment.dynamoDb(), TestTables::name)
        .newest(
            account,
            IdRange.ALL,
            100,
            event ->
                event instanceof Liquidated(var fill)
                        && fill.tick() == tick(fill.market()).sequence()
                    ? List.of(fill)
                    : List.of());
  }

  @Override
  public void close() {
    venue.close();
  }
}
