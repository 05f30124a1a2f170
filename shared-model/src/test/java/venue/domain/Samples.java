package venue.domain;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import venue.domain.account.Account;
import venue.domain.advance.Standing;
import venue.domain.futures.FuturesDesk;
import venue.domain.futures.FuturesExecution;
import venue.domain.futures.FuturesOrder;
import venue.domain.futures.Position;
import venue.domain.futures.PositionChange;
import venue.domain.house.HouseShard;
import venue.domain.market.Market;
import venue.domain.market.NewMarket;
import venue.domain.market.NextTick;
import venue.domain.market.Tick;
import venue.domain.smartleverage.Fund;
import venue.domain.smartleverage.Holding;
import venue.domain.smartleverage.Outlay;
import venue.domain.smartleverage.UnitDesk;

/** Ready-made markets, ticks, accounts and orders for tests. */
public final class Samples {
  public static final Instant START = Instant.parse("2026-01-05T00:00:00Z");
  public static final long ACCOUNT = 10_000_001;

  private Samples() {}

  public static BigDecimal number(String text) {
    return new BigDecimal(text);
  }

  /** A market with the venue's own parameters, its price about 1000. */
  public static Market market() {
    return market("BTC_USDT", "1000");
  }

  public static Market market(String name, String price) {
    return done(NewMarket.atPrice(name, number(price), START));
  }

  public static Tick tick(Market market, String price) {
    return new NextTick(market, BigDecimal.ZERO, 0).good(Optional.empty(), number(price), START);
  }

  /** The next tick, good, of a market in which somebody holds a position. */
  public static Tick after(Market market, Tick tick, String price, int seconds) {
    return new NextTick(market, tick.skew(), Math.max(1, tick.openInterest()))
        .good(Optional.of(tick), number(price), tick.time().plusSeconds(seconds));
  }

  public static Account account(String cash) {
    return Account.open(ACCOUNT, START).transferred(number(cash));
  }

  public static HouseShard shard(Market market) {
    return HouseShard.empty(market.name(), 0).funded(number("1000000"), number("100000"));
  }

  /** What an account has open that has nothing open. */
  public static Standing nothingOpen(Account account) {
    return Standing.of(account, List.of(), List.of(), List.of());
  }

  public static FuturesOrder order(String market, long size) {
    return new FuturesOrder(market, size, false, false, Optional.empty());
  }

  public static FuturesOrder closing(String market) {
    return new FuturesOrder(market, 0, true, false, Optional.empty());
  }

  public static FuturesOrder reducing(String market, long size) {
    return new FuturesOrder(market, size, false, true, Optional.empty());
  }

  /** A flat account with 10,000 USDT in front of a funded house, at a tick at 1000. */
  public static FuturesDesk desk() {
    Market market = market();
    return new FuturesDesk(
        account("10000"),
        Position.flat(market.contract()),
        shard(market),
        1,
        market,
        tick(market, "1000"),
        START);
  }

  /** The same desk at another tick. */
  public static FuturesDesk at(FuturesDesk desk, Tick tick) {
    return new FuturesDesk(
        desk.account(),
        desk.position(),
        desk.shard(),
        desk.shards(),
        desk.market(),
        tick,
        tick.time());
  }

  /** The desk after an order. */
  public static FuturesDesk then(FuturesDesk desk, FuturesExecution done) {
    return with(desk, done.account(), done.position(), done.shard());
  }

  /** The desk after a change of leverage. */
  public static FuturesDesk then(FuturesDesk desk, PositionChange done) {
    return with(desk, done.account(), done.position(), done.shard());
  }

  private static FuturesDesk with(
      FuturesDesk desk, Account account, Position position, HouseShard shard) {
    return new FuturesDesk(
        account, position, shard, desk.shards(), desk.market(), desk.tick(), desk.now());
  }

  /** The same desk at the next tick, a second later, its price the same, with a skew in base. */
  public static FuturesDesk withSkew(FuturesDesk desk, String skew) {
    Tick next =
        new NextTick(desk.market(), number(skew), 0)
            .good(Optional.of(desk.tick()), desk.tick().price(), desk.tick().time().plusSeconds(1));
    return at(desk, next);
  }

  /** An account with 10,000 USDT in front of the long fund, at a tick at 1000. */
  public static UnitDesk unitDesk() {
    Market market = market();
    Tick tick = tick(market, "1000");
    Fund fund = Fund.open(market, Side.LONG, tick);
    return new UnitDesk(
        account("10000"), Holding.none(fund), fund, shard(market), 1, market, tick, START);
  }

  /** A fund without management fee, just rebalanced at a tick. */
  public static Fund fund(Side side, BigDecimal nav, BigDecimal leverage, Tick tick) {
    Fund empty =
        new Fund(
            tick.market() + "_" + side,
            tick.market(),
            side,
            1,
            0,
            nav,
            tick.price(),
            tick.fundingIndex(),
            tick.time(),
            BigDecimal.ZERO,
            BigDecimal.ZERO,
            0,
            Outlay.NONE);
    return empty.withLeverage(leverage, nav, tick);
  }

  /** The value of an outcome that is expected to be done. */
  public static <T> T done(Outcome<T> outcome) {
    return outcome.fold(
        value -> value,
        refusal -> {
          throw new AssertionError("refused: " + refusal.reason() + " " + refusal.message());
        });
  }

  /** The reason of an outcome that is expected to be refused. */
  public static Reason refused(Outcome<?> outcome) {
    return refusal(outcome).reason();
  }

  public static <T> Refusal refusal(Outcome<T> outcome) {
    return outcome.fold(
        value -> {
          throw new AssertionError("done: " + value);
        },
        refusal -> refusal);
  }
}
