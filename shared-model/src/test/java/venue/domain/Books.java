package venue.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static venue.domain.Samples.ACCOUNT;
import static venue.domain.Samples.START;
import static venue.domain.Samples.number;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import venue.domain.account.Account;
import venue.domain.account.Balance;
import venue.domain.account.JournalEntry;
import venue.domain.account.Movement;
import venue.domain.account.Posting;
import venue.domain.account.Transfer;
import venue.domain.futures.FuturesDesk;
import venue.domain.futures.FuturesOrder;
import venue.domain.futures.LeverageChange;
import venue.domain.futures.Liquidation;
import venue.domain.futures.MarginChange;
import venue.domain.futures.MarketOrder;
import venue.domain.futures.Position;
import venue.domain.futures.PositionChange;
import venue.domain.history.AccountEvent;
import venue.domain.house.HouseBooks;
import venue.domain.house.HouseShard;
import venue.domain.market.Market;
import venue.domain.market.NextTick;
import venue.domain.market.Tick;
import venue.domain.smartleverage.Fund;
import venue.domain.smartleverage.Holding;
import venue.domain.smartleverage.Rebalance;
import venue.domain.smartleverage.UnitDesk;
import venue.domain.smartleverage.UnitOrder;
import venue.domain.smartleverage.UnitTrade;

/** A venue with one market and one account, whose books are checked as the audit checks them. */
final class Books {
  private static final Set<Balance> SUMS =
      Set.of(Balance.LONGS, Balance.SHORTS, Balance.COST, Balance.FUNDING);
  private static final int SHARDS = 3;

  final Market market;
  Tick tick;
  Instant now;
  Account account;
  Position position;
  private final List<HouseShard> shards = new ArrayList<>();
  private final Map<Side, Fund> funds = new EnumMap<>(Side.class);
  private final Map<Side, Holding> holdings = new EnumMap<>(Side.class);
  private final Map<String, Long> sequences = new HashMap<>();
  private final Map<String, BigDecimal> balances = new HashMap<>();
  private final List<AccountEvent> events = new ArrayList<>();
  private long lastId;

  private Books(Market market, Tick tick) {
    this.market = market;
    this.tick = tick;
    this.now = tick.time();
    this.account = Account.open(ACCOUNT, START);
    this.position = Position.flat(market.contract());
  }

  static Books open(String price) {
    Market market = Samples.market("X_USDT", price);
    Books books = new Books(market, Samples.tick(market, price));
    for (int i = 0; i < SHARDS; i++) {
      HouseShard empty = HouseShard.empty(market.name(), i);
      HouseShard funded = empty.funded(number("100000"), number("1000"));
      books.append(empty.posting(funded));
      books.shards.add(funded);
    }
    for (Side side : Side.values()) {
      Fund fund = Fund.open(market, side, books.tick);
      books.funds.put(side, fund);
      books.holdings.put(side, Holding.none(fund));
    }
    books.deposit(number("10000"));
    return books;
  }

  void tick(BigDecimal price, BigDecimal skew, Duration later) {
    tick =
        new NextTick(market, skew, sums().exposure().openInterest())
            .good(Optional.of(tick), price, tick.time().plus(later));
    now = tick.time();
  }

  void wait(Duration time) {
    now = now.plus(time);
  }

  boolean order(FuturesOrder order) {
    return MarketOrder.execute(order, ++lastId, desk())
        .fold(
            done -> {
              put(done.account(), done.shard(), new AccountEvent.OrderFilled(done.fill()));
              position = done.position();
              return true;
            },
            refusal -> false);
  }

  boolean leverage(int leverage) {
    return changed(LeverageChange.decide(leverage, ++lastId, desk()));
  }

  boolean margin(BigDecimal change) {
    return changed(MarginChange.decide(change, ++lastId, desk()));
  }

  private boolean changed(Outcome<PositionChange> decision) {
    return decision.fold(
        done -> {
          put(
              done.account(),
              done.shard(),
              new AccountEvent.FundingSettled(market.name(), done.entry()));
          position = done.position();
          return true;
        },
        refusal -> false);
  }

  boolean buy(Side side, BigDecimal amount) {
    return trade(side, new UnitOrder.Buy(fund(side).name(), amount, Optional.empty()));
  }

  boolean sell(Side side, BigDecimal fraction) {
    return trade(side, new UnitOrder.SellFraction(fund(side).name(), fraction, Optional.empty()));
  }

  private boolean trade(Side side, UnitOrder order) {
    UnitDesk desk = new UnitDesk(account, holding(side), fund(side), shard(), 1, market, tick, now);
    return UnitTrade.execute(order, ++lastId, desk)
        .fold(
            done -> {
              put(done.account(), done.shard(), new AccountEvent.UnitsTraded(done.fill()));
              holdings.put(side, done.holding());
              return true;
            },
            refusal -> false);
  }

  boolean deposit(BigDecimal amount) {
    return booked(Transfer.deposit(account, amount, ++lastId, now));
  }

  boolean withdraw(BigDecimal amount) {
    return booked(Transfer.withdrawal(account, List.of(), amount, ++lastId, now));
  }

  private boolean booked(Outcome<Transfer> outcome) {
    return outcome.fold(
        done -> {
          account = done.account();
          done.entry().postings().forEach(this::append);
          events.add(new AccountEvent.Transferred(done.entry()));
          return true;
        },
        refusal -> false);
  }

  void rebalance(Side side, BigDecimal leverage) {
    Fund fund = fund(side);
    if (!fund.isWipedAt(tick)) {
      funds.put(side, fund.withLeverage(leverage, fund.navAt(tick), tick));
    }
  }

  /** Liquidates the position if it is due, the insurance of all shards helping. */
  boolean sweep() {
    FuturesDesk desk = desk();
    List<HouseShard> others =
        shards.stream().filter(shard -> shard.number() != desk.shard().number()).toList();
    Optional<Liquidation> due = Liquidation.due(++lastId, desk, others);
    due.ifPresent(
        done -> {
          assertThat(done.account().available())
              .isEqualByComparingTo(account.available().add(done.fill().returned()));
          put(done.account(), done.shards().getFirst(), new AccountEvent.Liquidated(done.fill()));
          done.shards().forEach(shard -> shards.set(shard.number(), shard));
          position = done.position();
        });
    return due.isPresent();
  }

  /** Brings a fund back to its band if it is out of it. */
  boolean toBand(Side side) {
    Optional<Rebalance> due =
        Rebalance.due(fund(side), market, tick).filter(done -> done.kind() != Rebalance.Kind.WIPE);
    due.ifPresent(done -> funds.put(side, done.after()));
    return due.isPresent();
  }

  private Fund fund(Side side) {
    return Objects.requireNonNull(funds.get(side));
  }

  Holding holding(Side side) {
    return Objects.requireNonNull(holdings.get(side)).at(fund(side));
  }

  /** What has happened in the account, oldest first. */
  List<AccountEvent> events() {
    return List.copyOf(events);
  }

  HouseBooks sums() {
    return HouseBooks.of(shards);
  }

  private FuturesDesk desk() {
    return new FuturesDesk(account, position, shard(), SHARDS, market, tick, now);
  }

  private HouseShard shard() {
    return shards.get((int) (lastId % SHARDS));
  }

  private void put(Account nextAccount, HouseShard nextShard, AccountEvent event) {
    JournalEntry entry = event.entry();
    if (!entry.postings().isEmpty()) {
      events.add(event);
    }
    account = nextAccount;
    shards.set(nextShard.number(), nextShard);
    entry.postings().forEach(this::append);
    BigDecimal sum =
        entry.postings().stream()
            .flatMap(posting -> posting.movements().stream())
            .filter(movement -> !SUMS.contains(movement.balance()))
            .filter(movement -> !movement.balance().name().contains("#"))
            .map(Movement::change)
            .reduce(BigDecimal.ZERO, BigDecimal::add);
    assertThat(sum).isEqualByComparingTo("0");
  }

  private void append(Posting posting) {
    assertThat(posting.sequence())
        .as("sequence of %s", posting.book())
        .isEqualTo(sequences.merge(posting.book(), 1L, Long::sum));
    for (Movement movement : posting.movements()) {
      String balance = posting.book() + " " + movement.balance();
      assertThat(movement.after())
          .as(balance)
          .isEqualByComparingTo(balances.merge(balance, movement.change(), BigDecimal::add));
    }
  }

  void check() {
    chainsEndAtTheBalances();
    assertThat(account.available()).as("available").isNotNegative();
    assertThat(account.positionMargin()).isEqualByComparingTo(position.margin());
    HouseBooks house = sums();
    BigDecimal houseCash =
        house.cash().add(house.fees()).add(house.insurance()).add(house.external());
    assertThat(account.cash().add(account.external()).add(houseCash))
        .as("cash of everybody")
        .isEqualByComparingTo("0");
    assertThat(
            usersEquity()
                .add(unitsWorth(holdings))
                .add(houseEquity(house))
                .add(house.insurance())
                .add(house.fees()))
        .as("equity of everybody")
        .isEqualByComparingTo(account.external().add(house.external()).negate());
  }

  private void chainsEndAtTheBalances() {
    last(account.book(), account.sequence(), Balance.CASH, account.cash());
    last(account.book(), account.sequence(), Balance.EXTERNAL, account.external());
    for (HouseShard shard : shards) {
      shard
          .balances()
          .forEach((balance, value) -> last(shard.book(), shard.sequence(), balance, value));
    }
  }

  private void last(String book, long sequence, Balance balance, BigDecimal value) {
    assertThat(sequences.get(book)).as(book).isEqualTo(sequence);
    assertThat(balances.getOrDefault(book + " " + balance, BigDecimal.ZERO))
        .as(book + " " + balance)
        .isEqualByComparingTo(value);
  }

  private BigDecimal usersEquity() {
    BigDecimal q =
        market.contract().quantoMultiplier().multiply(BigDecimal.valueOf(position.size()));
    return account
        .cash()
        .add(q.multiply(tick.price()).subtract(position.cost()))
        .subtract(q.multiply(tick.fundingIndex().subtract(position.fundingIndex())));
  }

  private BigDecimal unitsWorth(Map<Side, Holding> held) {
    return held.entrySet().stream()
        .map(
            holding ->
                holding
                    .getValue()
                    .at(fund(holding.getKey()))
                    .units()
                    .multiply(nav(holding.getKey())))
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  private BigDecimal nav(Side side) {
    return fund(side).navAt(tick);
  }

  private BigDecimal houseEquity(HouseBooks house) {
    BigDecimal q =
        market.contract().quantoMultiplier().multiply(BigDecimal.valueOf(house.exposure().skew()));
    BigDecimal owedProfit = q.multiply(tick.price()).subtract(house.exposure().cost());
    BigDecimal dueFunding = q.multiply(tick.fundingIndex()).subtract(house.exposure().funding());
    BigDecimal owedUnits = BigDecimal.ZERO;
    for (Map.Entry<Side, Fund> fund : funds.entrySet()) {
      owedUnits = owedUnits.add(house.unitsOf(fund.getValue()).multiply(nav(fund.getKey())));
    }
    return house.cash().subtract(owedProfit).add(dueFunding).subtract(owedUnits);
  }
}
