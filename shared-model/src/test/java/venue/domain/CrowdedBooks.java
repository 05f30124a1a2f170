package venue.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static venue.domain.Samples.number;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import venue.domain.account.Account;
import venue.domain.account.JournalEntry;
import venue.domain.account.Movement;
import venue.domain.account.Posting;
import venue.domain.futures.CrossLeg;
import venue.domain.futures.CrossLiquidation;
import venue.domain.futures.CrossLiquidation.Tradable;
import venue.domain.futures.CrossMargin;
import venue.domain.futures.Deleverage;
import venue.domain.futures.DeleverageFill.Place;
import venue.domain.futures.FuturesDesk;
import venue.domain.futures.LeverageChange;
import venue.domain.futures.Liquidation;
import venue.domain.futures.MarketOrder;
import venue.domain.futures.Position;
import venue.domain.futures.Winner;
import venue.domain.house.Deficit;
import venue.domain.house.HouseBooks;
import venue.domain.house.HouseShard;
import venue.domain.market.Market;
import venue.domain.market.NextTick;
import venue.domain.market.Tick;
import venue.domain.smartleverage.Fund;
import venue.domain.smartleverage.FundDeleverage;
import venue.domain.smartleverage.Holding;
import venue.domain.smartleverage.Rebalance;
import venue.domain.smartleverage.UnitDesk;
import venue.domain.smartleverage.UnitOrder;
import venue.domain.smartleverage.UnitTrade;

/** A market with several accounts in front of a small house with next to no insurance. */
final class CrowdedBooks {
  private static final int SHARDS = 3;
  final Market market;
  Tick tick;
  private final List<HouseShard> shards = new ArrayList<>();
  private final TreeMap<Long, Account> accounts = new TreeMap<>();
  private final Map<Long, Position> positions = new HashMap<>();
  private final Map<Side, Fund> funds = new EnumMap<>(Side.class);
  private final Map<Side, Map<Long, Holding>> holdings = new EnumMap<>(Side.class);
  private final Map<String, Long> sequences = new HashMap<>();
  private final Map<String, BigDecimal> balances = new HashMap<>();
  private final BigDecimal paidIn;
  private long lastId;
  private long step;

  CrowdedBooks(int users, BigDecimal cash, BigDecimal house, BigDecimal insurance) {
    this(Samples.market(), users, cash, house, insurance);
  }

  /**
   * Opens the books at 1000.
   *
   * @param house what each shard is given, as the insurance
   */
  CrowdedBooks(Market market, int users, BigDecimal cash, BigDecimal house, BigDecimal insurance) {
    this.market = market;
    tick = Samples.tick(market, "1000");
    for (int i = 0; i < SHARDS; i++) {
      HouseShard empty = HouseShard.empty(market.name(), i);
      HouseShard funded = empty.funded(house, insurance);
      append(empty.posting(funded));
      shards.add(funded);
    }
    for (Side side : Side.values()) {
      Fund small = Samples.fund(side, number("0.0011"), BigDecimal.ONE, tick);
      funds.put(side, small);
      holdings.put(side, new HashMap<>());
    }
    for (long number = 1; number <= users; number++) {
      Account empty = Account.open(number, Samples.START);
      Account funded = empty.transferred(cash);
      append(empty.posting(funded));
      accounts.put(number, funded);
      positions.put(number, Position.flat(market.contract()));
    }
    paidIn =
        house
            .add(insurance)
            .multiply(BigDecimal.valueOf(SHARDS))
            .add(cash.multiply(BigDecimal.valueOf(users)));
  }

  void tick(BigDecimal price, int seconds, boolean publishesEquity) {
    Tick next =
        new NextTick(market, skew(), sums().exposure().openInterest())
            .good(Optional.of(tick), price, tick.time().plusSeconds(seconds));
    tick =
        publishesEquity
            ? next.withHouse(sums().figures(market.contract(), next, List.copyOf(funds.values())))
            : next;
  }

  /** A tick at which nothing fills. */
  void degraded(int seconds) {
    tick =
        new NextTick(market, skew(), sums().exposure().openInterest())
            .degraded(tick, tick.time().plusSeconds(seconds));
  }

  /** What the funds do at the tick by their rule. */
  List<Rebalance> rebalance() {
    List<Rebalance> all = new ArrayList<>();
    for (Side side : Side.values()) {
      Rebalance.due(fund(side), market, tick).ifPresent(all::add);
    }
    all.forEach(done -> funds.put(done.before().side(), done.after()));
    return all;
  }

  boolean hasMergedUnits() {
    return funds.values().stream().anyMatch(fund -> fund.epoch() > 0);
  }

  boolean buyUnits(long user, Side side, BigDecimal amount) {
    return units(user, side, new UnitOrder.Buy(fund(side).name(), amount, Optional.empty()));
  }

  boolean sellUnits(long user, Side side, BigDecimal part) {
    return units(user, side, new UnitOrder.SellFraction(fund(side).name(), part, Optional.empty()));
  }

  private boolean units(long user, Side side, UnitOrder order) {
    HouseShard shard = shards.get((int) (++lastId % SHARDS));
    Account account = Objects.requireNonNull(accounts.get(user));
    UnitDesk desk =
        new UnitDesk(
            account,
            holding(user, side),
            fund(side),
            shard,
            SHARDS,
            market,
            tick,
            legs(position(user)),
            tick.time());
    return UnitTrade.execute(order, lastId, desk)
        .fold(
            done -> {
              BigDecimal change = done.account().cash().subtract(account.cash());
              assertThat(change)
                  .as("cash by units")
                  .isGreaterThanOrEqualTo(
                      order instanceof UnitOrder.Buy buy ? buy.amount().negate() : BigDecimal.ZERO);
              put(done.account(), position(user), List.of(done.shard()), done.fill().entry());
              held(side).put(user, done.holding());
              return true;
            },
            refusal -> false);
  }

  /** Units of the fund's present series. */
  Holding holding(long user, Side side) {
    Fund fund = fund(side);
    return Optional.ofNullable(held(side).get(user))
        .filter(holding -> holding.series() == fund.series())
        .map(holding -> holding.at(fund))
        .orElseGet(() -> Holding.none(fund));
  }

  private List<CrossLeg> legs(Position position) {
    return position.cross() && !position.isFlat()
        ? List.of(new CrossLeg(position, market, tick))
        : List.of();
  }

  /** Takes exposure of a fund back for what the house lacks. */
  Optional<Rebalance> deleverageFund(Deficit deficit) {
    Fund fund = fund(deficit.side());
    BigDecimal units = sums().unitsOf(fund);
    Optional<Rebalance> done =
        Rebalance.deleveraged(fund, market, tick, new FundDeleverage(++step, deficit, units));
    done.ifPresent(taken -> funds.put(deficit.side(), taken.after()));
    return done;
  }

  Fund fund(Side side) {
    return Objects.requireNonNull(funds.get(side));
  }

  private Map<Long, Holding> held(Side side) {
    return Objects.requireNonNull(holdings.get(side));
  }

  boolean order(long user, long size) {
    return MarketOrder.execute(Samples.order(market.name(), size), ++lastId, desk(user))
        .fold(
            done -> {
              put(done.account(), done.position(), List.of(done.shard()), done.fill().entry());
              return true;
            },
            refusal -> false);
  }

  boolean leverage(long user, int leverage, boolean cross) {
    return LeverageChange.decide(leverage, cross, ++lastId, desk(user))
        .fold(
            done -> {
              put(done.account(), done.position(), List.of(done.shard()), done.entry());
              return true;
            },
            refusal -> false);
  }

  /** Liquidates all that is due; how much of it the insurance did not pay, USDT. */
  BigDecimal sweep() {
    BigDecimal unpaid = BigDecimal.ZERO;
    for (long user : accounts.keySet()) {
      for (Optional<Liquidation> due = due(user); due.isPresent(); due = due(user)) {
        Liquidation done = due.get();
        put(done.account(), done.position(), done.shards(), done.fill().entry());
        unpaid = unpaid.add(done.fill().uncovered()).subtract(done.fill().insured());
      }
    }
    return unpaid;
  }

  private Optional<Liquidation> due(long user) {
    FuturesDesk desk = desk(user);
    List<HouseShard> others =
        shards.stream().filter(shard -> shard.number() != desk.shard().number()).toList();
    if (!desk.position().cross()) {
      return Liquidation.due(++lastId, desk, others);
    }
    CrossLeg leg = new CrossLeg(desk.position(), market, tick);
    return CrossLiquidation.next(
            CrossMargin.of(desk.account(), List.of(leg)),
            List.of(new Tradable(0, leg.closingCost())))
        .map(next -> Liquidation.ofCross(++lastId, next.contracts(), desk, others));
  }

  Optional<Deficit> deficit() {
    return Deficit.of(market, tick, skew(), equity());
  }

  /** All who win on a side, in the order in which they are closed. */
  List<Winner> winners(Side side) {
    return accounts.values().stream()
        .flatMap(
            account ->
                Winner.of(account, position(account.number()), market, tick, List.of()).stream())
        .filter(winner -> winner.size() > 0 == (side == Side.LONG))
        .sorted(Winner.ORDER)
        .toList();
  }

  /** Closes of a winner what the deficit asks for. */
  Deleverage deleverage(Deficit deficit, Winner winner) {
    Place place = new Place(++step, 1, winner.score());
    Deleverage done =
        Deleverage.of(++lastId, deficit, Math.abs(winner.size()), place, desk(winner.account()));
    put(done.account(), done.position(), List.of(done.shard()), done.fill().entry());
    return done;
  }

  Position position(long user) {
    return Objects.requireNonNull(positions.get(user));
  }

  BigDecimal equity() {
    return equity(tick);
  }

  private BigDecimal equity(Tick at) {
    return sums().equity(market.contract(), at, List.copyOf(funds.values()));
  }

  BigDecimal skew() {
    return sums().skew(market.contract(), List.copyOf(funds.values()));
  }

  private HouseBooks sums() {
    return HouseBooks.of(shards);
  }

  private FuturesDesk desk(long user) {
    return new FuturesDesk(
        Objects.requireNonNull(accounts.get(user)),
        position(user),
        shards.get((int) (lastId % SHARDS)),
        SHARDS,
        market,
        tick,
        tick.time());
  }

  private void put(Account account, Position position, List<HouseShard> next, JournalEntry entry) {
    accounts.put(account.number(), account);
    positions.put(account.number(), position);
    if (!entry.postings().isEmpty()) {
      next.forEach(shard -> shards.set(shard.number(), shard));
    }
    BigDecimal sum =
        entry.postings().stream()
            .flatMap(posting -> posting.movements().stream())
            .filter(movement -> movement.balance().isMoney())
            .map(Movement::change)
            .reduce(BigDecimal.ZERO, BigDecimal::add);
    assertThat(sum).isEqualByComparingTo("0");
    entry.postings().forEach(this::append);
  }

  private void append(Posting posting) {
    assertThat(posting.sequence()).isEqualTo(sequences.merge(posting.book(), 1L, Long::sum));
    for (Movement movement : posting.movements()) {
      String balance = posting.book() + " " + movement.balance();
      assertThat(movement.after())
          .as(balance)
          .isEqualByComparingTo(balances.merge(balance, movement.change(), BigDecimal::add));
    }
  }

  /** Users' equity + house equity + insurance + fees = paid in; nobody owes. */
  void check() {
    BigDecimal users = BigDecimal.ZERO;
    long held = 0;
    for (Account account : accounts.values()) {
      Position position = position(account.number());
      held += position.size();
      users =
          users
              .add(account.cash())
              .add(position.unrealised(market.contract(), tick.price()))
              .subtract(position.fundingOwed(market.contract(), tick.fundingIndex()));
      assertThat(account.positionMargin()).isEqualByComparingTo(position.margin());
      assertThat(account.free()).as("free cash of %s", account.number()).isNotNegative();
    }
    for (Side side : Side.values()) {
      BigDecimal units =
          accounts.keySet().stream()
              .map(user -> holding(user, side).units())
              .reduce(BigDecimal.ZERO, BigDecimal::add);
      users = users.add(units.multiply(fund(side).navAt(tick)));
    }
    HouseBooks house = sums();
    assertThat(users.add(equity()).add(house.insurance()).add(house.fees()))
        .as("equity of everybody")
        .isEqualByComparingTo(paidIn);
    assertThat(house.exposure().skew()).isEqualTo(held);
    assertThat(house.insurance()).isGreaterThanOrEqualTo(number("0"));
  }
}
