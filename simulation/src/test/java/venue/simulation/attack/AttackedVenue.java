package venue.simulation.attack;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.dynamodb.services.local.embedded.DynamoDBEmbedded;
import software.amazon.dynamodb.services.local.shared.access.AmazonDynamoDBLocal;
import venue.domain.Samples;
import venue.domain.Side;
import venue.domain.account.Account;
import venue.domain.account.IdRange;
import venue.domain.account.Transfer;
import venue.domain.futures.LiquidationFill;
import venue.domain.futures.Position;
import venue.domain.futures.Slot;
import venue.domain.history.AccountEvent.Liquidated;
import venue.domain.history.AccountEvent.UnitsTraded;
import venue.domain.house.HouseFunding;
import venue.domain.house.HouseShard;
import venue.domain.market.Market;
import venue.domain.market.Tick;
import venue.domain.smartleverage.Fund;
import venue.domain.smartleverage.UnitFill;
import venue.function.Environment;
import venue.simulation.fault.Coverage;
import venue.simulation.fault.FaultyQueues;
import venue.simulation.fault.Invocations;
import venue.simulation.fault.QueuedMessage;
import venue.simulation.request.Answer;
import venue.simulation.request.Credentials;
import venue.simulation.request.HttpCall;
import venue.simulation.request.Requests;
import venue.simulation.request.TemplatePaths;
import venue.simulation.storm.Function;
import venue.simulation.storm.Handlers;
import venue.simulation.storm.PriceBoard;
import venue.simulation.storm.Stores;
import venue.simulation.storm.Unhurried;
import venue.store.AccountState;
import venue.store.AccountStore;
import venue.store.Caller;
import venue.store.HouseStore;
import venue.store.JournalStore;
import venue.store.TestTables;
import venue.wire.ApiKey;

/**
 * The venue's functions with three sources of prices, two of which must agree, at a market at 1000;
 * nothing fails, and time passes only when it is let.
 */
final class AttackedVenue implements AutoCloseable {
  static final String BTC = "BTC_USDT";
  private static final int SHARDS = 2;
  private static final int SOURCES = 3;
  private static final String QUORUM = "2";
  private final AmazonDynamoDBLocal database = DynamoDBEmbedded.create(true);
  private final DynamoDbClient store = database.dynamoDbClient();
  private final TemplatePaths template = TemplatePaths.read();
  private final List<PriceBoard> sources =
      IntStream.range(0, SOURCES).mapToObj(i -> new PriceBoard()).toList();
  private final Random random = new Random(7);
  private final Map<Long, Credentials> credentials = new HashMap<>();
  private final Stores stores = new Stores(store, SHARDS);
  private final FaultyQueues queues;
  private final Handlers handlers;
  final Requests requests = new Requests();
  private Instant now = Samples.START;

  AttackedVenue() {
    this(Samples.market());
  }

  AttackedVenue(Market market) {
    TestTables.create(store);
    queues =
        new FaultyQueues(new Invocations(new Coverage()), random, () -> now.toEpochMilli(), 0, 0);
    Map<String, String> variables = Handlers.variables(template, SHARDS, 5, sources.getFirst());
    variables.put("PRICE_SOURCES", configured(sources));
    variables.put("PRICE_QUORUM", QUORUM);
    handlers =
        Handlers.of(
            new Environment(variables, store, () -> now, () -> now, new Unhurried(random)), queues);
    open(market);
  }

  private static String configured(List<PriceBoard> sources) {
    return IntStream.range(0, sources.size())
        .mapToObj(i -> sources.get(i).sources().replace("\"board\"", "\"board-" + i + "\""))
        .map(list -> list.substring(1, list.length() - 1))
        .collect(Collectors.joining(",", "[", "]"));
  }

  private void open(Market market) {
    HouseStore house = new HouseStore(store, TestTables::name);
    house.create(market.name(), SHARDS);
    List<HouseShard> shards = house.shards(market.name(), SHARDS);
    HouseFunding funding =
        HouseFunding.spread(
            shards, Samples.number("1000000"), Samples.number("100000"), 2, Samples.START);
    house.commit(shards, funding.shards(), funding.entry(), Optional.empty());
    stores.markets.open(market);
    Tick tick = stores.markets.append(Samples.tick(market, "1000")).inForce().orElseThrow();
    for (Side side : Side.values()) {
      stores.markets.open(Fund.open(market, side, tick));
    }
  }

  /** Somebody with so much cash. */
  long join(String cash) {
    long account = Samples.ACCOUNT + credentials.size();
    AccountStore accounts = new AccountStore(store, TestTables::name);
    accounts.open(Account.open(account, now));
    var _ =
        accounts.commit(
            Samples.done(Transfer.deposit(state(account).account(), Samples.number(cash), 1, now)),
            state(account),
            Optional.empty());
    Credentials made = new Credentials(ApiKey.of(account, random), ApiKey.newSecret(random));
    accounts.addKey(new Caller(account, made.key().text()), made.secret(), now);
    credentials.put(account, made);
    return account;
  }

  void pass(Duration time) {
    now = now.plus(time);
  }

  /** A tick of which all sources say the same, and all that follows from it. */
  Tick tick(String price) {
    return tick(price, price, price);
  }

  /** A tick of which each source says its own; empty: nothing. */
  Tick tick(String... prices) {
    for (int i = 0; i < prices.length; i++) {
      if (prices[i].isEmpty()) {
        sources.get(i).silence(BTC);
      } else {
        sources.get(i).put(BTC, Samples.number(prices[i]), now);
      }
    }
    var _ = handlers.call(Function.TICKS, Handlers.schedule());
    for (Function function : Function.AFTER_TICKS) {
      deliver(function);
      var _ = handlers.call(function, Handlers.schedule());
    }
    return tick();
  }

  private void deliver(Function function) {
    List<QueuedMessage> due = List.copyOf(queues.due(function.queue()));
    while (!due.isEmpty()) {
      queues.delivered(due, Handlers.failures(handlers.call(function, Handlers.delivery(due))));
      due = List.copyOf(queues.due(function.queue()));
    }
  }

  Market market() {
    return stores.markets.page(BTC).orElseThrow().market();
  }

  /** The latest. */
  Tick tick() {
    return stores.markets.page(BTC).orElseThrow().tick().orElseThrow();
  }

  /** What an account's holder asks of the venue. */
  Answer ask(long account, HttpCall call) {
    Credentials key = Objects.requireNonNull(credentials.get(account));
    return Answer.read(handlers.call(Function.ORDERS, call.event(template, Optional.of(key), now)));
  }

  /** What the operator does at an account's holder's wish. */
  Answer operate(HttpCall call) {
    return Answer.read(
        handlers.call(Function.ADMINISTRATION, call.event(template, Optional.empty(), now)));
  }

  /** A market order that is expected to be done. */
  void trade(long account, long size) {
    done(ask(account, requests.order(account, BTC, size).call()));
  }

  void close(long account) {
    done(ask(account, requests.close(account, Slot.single(BTC)).call()));
  }

  static void done(Answer answer) {
    if (!answer.isDone()) {
      throw new AssertionError(answer.toString());
    }
  }

  AccountState state(long account) {
    return stores.account(account).orElseThrow();
  }

  Position position(long account) {
    return state(account).position(Slot.single(BTC)).orElseThrow();
  }

  /** What an account has and has been paid out, less what was paid in, unrealised not counted. */
  BigDecimal result(long account) {
    Account found = state(account).account();
    return found.cash().add(found.external());
  }

  List<LiquidationFill> liquidated(long account) {
    return new JournalStore(store, TestTables::name)
        .newest(
            account,
            IdRange.ALL,
            100,
            event -> event instanceof Liquidated(var fill) ? List.of(fill) : List.of());
  }

  /** The market's fund of a direction. */
  Fund fund(Side side) {
    return stores.markets.page(BTC).orElseThrow().fund(side).orElseThrow();
  }

  /** An account's newest trade of units. */
  UnitFill unitFill(long account) {
    return new JournalStore(store, TestTables::name)
        .newest(
            account,
            IdRange.ALL,
            1,
            event -> event instanceof UnitsTraded(var fill) ? List.of(fill) : List.of())
        .getFirst();
  }

  /** The house's insurance of the market, USDT. */
  BigDecimal insurance() {
    return stores.house(BTC).stream()
        .map(HouseShard::insurance)
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  @Override
  public void close() {
    sources.forEach(PriceBoard::close);
    database.shutdownNow();
  }
}
