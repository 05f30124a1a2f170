package venue.store;

import static org.assertj.core.api.Assertions.assertThat;
import static venue.domain.Samples.done;
import static venue.domain.Samples.number;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import venue.domain.Samples;
import venue.domain.Side;
import venue.domain.account.Account;
import venue.domain.account.Transfer;
import venue.domain.futures.FuturesDesk;
import venue.domain.futures.FuturesExecution;
import venue.domain.futures.FuturesOrder;
import venue.domain.futures.MarketOrder;
import venue.domain.futures.Position;
import venue.domain.futures.Slot;
import venue.domain.house.HouseFunding;
import venue.domain.house.HouseShard;
import venue.domain.market.Market;
import venue.domain.market.Tick;
import venue.domain.smartleverage.Fund;
import venue.domain.smartleverage.UnitDesk;
import venue.domain.smartleverage.UnitExecution;
import venue.domain.smartleverage.UnitOrder;
import venue.domain.smartleverage.UnitTrade;

/** What the store promises, on any DynamoDB. */
abstract class StoreContract {
  private static final AtomicLong ACCOUNTS = new AtomicLong(10_000_000);
  private static final Instant NOW = Samples.START;
  private final Market market = Samples.market("BTC_USDT", "1000");
  private final Tick tick = Samples.tick(market, "1000");
  private long number;
  private Caller caller = new Caller(0, "");

  abstract DynamoDbClient client();

  private AccountStore accounts() {
    return new AccountStore(client(), TestTables::name);
  }

  private MarketStore markets() {
    return new MarketStore(client(), TestTables::name);
  }

  private HouseStore house() {
    return new HouseStore(client(), TestTables::name);
  }

  private OrderStore orders() {
    return new OrderStore(client(), TestTables::name);
  }

  private FillStore fills() {
    return new FillStore(client(), TestTables::name);
  }

  @BeforeEach
  void openAccountAndMarket() {
    number = ACCOUNTS.incrementAndGet();
    caller = new Caller(number, "key" + number);
    Account account = Account.open(number, NOW);
    assertThat(accounts().open(account)).isTrue();
    Transfer deposit = done(Transfer.deposit(account, number("10000"), 1, NOW));
    assertThat(
            accounts()
                .commit(deposit, accounts().state(number).orElseThrow(), Optional.of("first")))
        .isTrue();
    accounts().addKey(caller, "secret", NOW);
    markets().open(market);
    markets().append(tick);
    markets().open(Fund.open(market, Side.LONG, tick));
    house().create(market.name(), 2);
  }

  private FuturesDesk desk(OrderReading read) {
    return done(
        read.futuresDesk(
            Slot.single(market.name()),
            2,
            Samples.nothingOpen(read.state().orElseThrow().account()),
            NOW));
  }

  private OrderReading read() {
    return orders().read(caller, market.name(), 1, Optional.of("t-1"));
  }

  private static AccountState state(OrderReading read) {
    return read.state().orElseThrow();
  }

  private Optional<Position> position(OrderReading read) {
    return state(read).position(Slot.single(market.name()));
  }

  private static OrderReading withState(OrderReading read, AccountState state) {
    return new OrderReading(
        read.secret(),
        Optional.of(state),
        read.page(),
        read.shard(),
        read.label(),
        read.labelStamp());
  }

  private boolean commit(FuturesExecution execution, OrderReading read, Optional<Label> label) {
    return orders().commit(execution, read, label);
  }

  private FuturesExecution buy(OrderReading read, long id) {
    return done(MarketOrder.execute(order(), id, desk(read)));
  }

  private FuturesOrder order() {
    return new FuturesOrder(market.name(), 10, false, false, Optional.of("t-1"));
  }

  @Test
  void readsBackWhatAnOrderLeft() {
    OrderReading read = read();
    FuturesExecution execution = buy(read, 7);
    Label label = new Label("t-1", 7, "digest", NOW);

    assertThat(commit(execution, read, Optional.of(label))).isTrue();

    OrderReading after = read();
    assertThat(after.secret()).contains("secret");
    assertSame(after.state().orElseThrow().account(), execution.account());
    assertSame(position(after).orElseThrow(), execution.position());
    assertSame(after.shard().orElseThrow(), execution.shard());
    assertThat(after.label()).contains(label);
    assertSame(fills().futuresFill(number, 7).orElseThrow(), execution.fill());
    assertThat(fills().orderOf(number, "t-1")).contains(7L);
    assertThat(accounts().state(number).orElseThrow().positions()).hasSize(1);
  }

  @Test
  void writesNothingOfAnOrderWhoseAccountHasChanged() {
    OrderReading stale = read();
    assertThat(commit(buy(stale, 7), stale, Optional.empty())).isTrue();
    HouseShard shard = read().shard().orElseThrow();

    assertThat(commit(buy(stale, 8), stale, Optional.empty())).isFalse();

    assertThat(fills().futuresFill(number, 8)).isEmpty();
    assertThat(read().shard()).contains(shard);
  }

  @Test
  void writesNothingOfAnOrderThatSawTheNewAccountWithTheOldPosition() {
    OrderReading before = read();
    assertThat(commit(buy(before, 7), before, Optional.empty())).isTrue();
    OrderReading after = read();
    OrderReading torn =
        withState(
            after,
            new AccountState(
                state(after).account(),
                state(before).positions(),
                List.of(),
                List.of(),
                List.of(),
                state(before).stamps()));

    assertThat(commit(buy(torn, 8), torn, Optional.empty())).isFalse();

    assertThat(position(read())).isEqualTo(position(after));
  }

  @Test
  void writesNothingOfALabelledOrderThatDidNotSeeItsLabel() {
    OrderReading before = read();
    Label label = new Label("t-1", 7, "digest", NOW);
    assertThat(commit(buy(before, 7), before, Optional.of(label))).isTrue();
    OrderReading after = read();
    OrderReading torn =
        new OrderReading(
            after.secret(),
            after.state(),
            after.page(),
            after.shard(),
            Optional.empty(),
            before.labelStamp());

    assertThat(commit(buy(torn, 8), torn, Optional.of(label))).isFalse();
  }

  @Test
  void writesNothingOfAnOrderWhoseHouseShardHasChanged() {
    OrderReading stale = read();
    List<HouseShard> before = house().shards(market.name(), 2);
    HouseFunding funding = HouseFunding.spread(before, number("100"), number("10"), number, NOW);
    assertThat(house().commit(before, funding.shards(), funding.entry(), Optional.empty()))
        .isTrue();

    assertThat(commit(buy(stale, 7), stale, Optional.empty())).isFalse();

    assertThat(position(read())).isEmpty();
  }

  @Test
  void keepsAnOpenPositionInTheIndexAndAFlatOneOut() {
    OrderReading read = read();
    commit(buy(read, 7), read, Optional.empty());
    assertThat(indexed()).isTrue();

    OrderReading open = read();
    FuturesExecution closed =
        done(MarketOrder.execute(Samples.closing(market.name()), 9, desk(open)));
    assertThat(commit(closed, open, Optional.empty())).isTrue();

    assertThat(indexed()).isFalse();
  }

  private boolean indexed() {
    return client()
        .query(
            QueryRequest.builder()
                .tableName("Accounts")
                .indexName("LiquidationKeys")
                .keyConditionExpression("liquidationPartition = :p AND liquidationKey > :k")
                .expressionAttributeValues(
                    Map.of(
                        ":p", AttributeValue.fromS("BTC_USDT#LONG#1.0#0"),
                        ":k", AttributeValue.fromN("0")))
                .build())
        .items()
        .stream()
        .anyMatch(item -> Item.of(item).text(Key.PK).equals("account#" + number));
  }

  @Test
  void readsBackWhatAPurchaseOfUnitsLeft() {
    OrderReading read = orders().read(caller, market.name(), 0, Optional.empty());
    UnitDesk desk =
        done(
            read.unitDesk(
                "BTC_USDT_LONG", Side.LONG, 2, Samples.nothingOpen(state(read).account()), NOW));
    UnitOrder order = new UnitOrder.Buy("BTC_USDT_LONG", number("100"), Optional.empty());
    UnitExecution execution = done(UnitTrade.execute(order, 11, desk));

    assertThat(orders().commit(execution, read, Optional.empty())).isTrue();

    OrderReading after = orders().read(caller, market.name(), 0, Optional.empty());
    assertSame(
        after.state().orElseThrow().holding("BTC_USDT_LONG").orElseThrow(), execution.holding());
    assertSame(after.shard().orElseThrow(), execution.shard());
    assertSame(fills().unitFill(number, 11).orElseThrow(), execution.fill());
    assertThat(fills().futuresFill(number, 11)).isEmpty();
  }

  @Test
  void aTransferWithTheSameIdIsDoneOnce() {
    Account account = accounts().account(number).orElseThrow();
    Transfer again = done(Transfer.deposit(account, number("10000"), 2, NOW));
    assertThat(
            accounts().commit(again, accounts().state(number).orElseThrow(), Optional.of("first")))
        .isFalse();
    assertThat(accounts().account(number).orElseThrow().cash()).isEqualByComparingTo("10000");
  }

  @Test
  void aRevokedKeyHasNoSecretAnyMore() {
    assertThat(accounts().removeKey(caller)).isTrue();
    assertThat(read().secret()).isEmpty();
    assertThat(accounts().removeKey(caller)).isFalse();
  }

  @Test
  void anAccountIsOpenedOnce() {
    assertThat(accounts().open(Account.open(number, NOW))).isFalse();
  }

  @Test
  void aTickThatIsNotTheNextOneIsStoredNeitherAsTheLatestNorInTheHistory() {
    Market other = Samples.market("ETH_USDT", "1000");
    markets().open(other);
    Tick first = Samples.tick(other, "1000");
    markets().append(first);
    Tick second = Samples.after(other, first, "1001", 5);
    Tick skipping = Samples.after(other, second, "1002", 6);

    assertThat(markets().append(skipping)).isEqualTo(new Appended.Late());
    assertThat(markets().tick("ETH_USDT", 3)).isEmpty();

    Tick stored = markets().append(second).inForce().orElseThrow();
    assertThat(markets().append(Samples.after(other, first, "1003", 6)))
        .isEqualTo(new Appended.Late());
    assertSame(stored, second.numbered(stored.number()));
    assertSame(markets().tick("ETH_USDT", 2).orElseThrow(), stored);
    assertSame(markets().page("ETH_USDT").orElseThrow().tick().orElseThrow(), stored);
  }

  @Test
  void aTickThatComesTwiceChangesNothing() {
    Market other = Samples.market("SOL_USDT", "100");
    markets().open(other);
    Tick first = Samples.tick(other, "100");
    Tick second = Samples.after(other, first, "101", 5);
    markets().append(first);
    Tick stored = markets().append(second).inForce().orElseThrow();

    assertThat(markets().append(first)).isEqualTo(new Appended.Late());

    assertSame(markets().page("SOL_USDT").orElseThrow().tick().orElseThrow(), stored);
  }

  @Test
  void theTicksOfAllMarketsAreNumberedInTheOrderInWhichTheyWereStored() {
    Market one = Samples.market("ADA_USDT", "1000");
    Market other = Samples.market("XRP_USDT", "1000");
    markets().open(one);
    markets().open(other);
    Tick first = Samples.tick(one, "1000");
    long number = markets().append(first).inForce().orElseThrow().number();
    Tick takenEarlier = Samples.tick(other, "1000");
    assertThat(markets().append(takenEarlier).inForce().orElseThrow().number())
        .isEqualTo(number + 1);
    assertThat(
            markets().append(Samples.after(one, first, "1001", 1)).inForce().orElseThrow().number())
        .isEqualTo(number + 2);
  }

  @Test
  void readsBackAMarketsConfiguration() {
    MarketPage page = markets().page(market.name()).orElseThrow();
    assertSame(page.market(), market);
    assertThat(page.funds()).hasSize(1);
    assertThat(markets().names()).contains(market.name());
  }

  /** Equal but for the scale of numbers, which DynamoDB does not keep. */
  private static <T> void assertSame(T actual, T expected) {
    assertThat(actual)
        .usingRecursiveComparison()
        .withComparatorForType(BigDecimal::compareTo, BigDecimal.class)
        .isEqualTo(expected);
  }
}
