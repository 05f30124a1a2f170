package venue.function;

import com.amazonaws.services.lambda.runtime.LambdaLogger;
import java.math.BigDecimal;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import venue.domain.Side;
import venue.domain.advance.Standing;
import venue.domain.futures.Deleverage;
import venue.domain.futures.DeleverageFill;
import venue.domain.futures.DeleverageFill.Place;
import venue.domain.futures.FuturesDesk;
import venue.domain.futures.Position;
import venue.domain.futures.Winner;
import venue.domain.house.Deficit;
import venue.domain.house.HouseBooks;
import venue.domain.house.HouseShard;
import venue.domain.market.Market;
import venue.domain.market.Tick;
import venue.domain.smartleverage.Fund;
import venue.domain.smartleverage.FundDeleverage;
import venue.domain.smartleverage.Rebalance;
import venue.store.AccountState;
import venue.store.AccountStore;
import venue.store.DeleverageStore;
import venue.store.HouseStore;
import venue.store.MarketPage;
import venue.store.MarketStore;

/**
 * Closes winning positions while the house's equity is below its floor, the highest score first,
 * and takes exposure back from the fund of their side once none is left; each at the latest tick
 * and in one transaction of its own. Before each closing the deficit is reckoned anew from the
 * books, so that it may stop anywhere, come twice or run twice at once: of two closings decided on
 * the same books only one is stored ({@link DeleverageStore}). It is rare and may read the whole
 * winning side; who is closed first is settled once at its beginning, and how much at each step.
 */
public final class Deleveraging {
  private final MarketStore markets;
  private final AccountStore accounts;
  private final HouseStore house;
  private final DeleverageStore store;
  private final Winners winners;
  private final Advancing advancing;
  private final FundAdvancing funds;
  private final Attempts attempts;
  private final OrderIds ids;
  private final int shards;
  private final RandomGenerator random;
  private final InstantSource venueTime;

  /** With what a function is given. */
  public Deleveraging(Environment environment) {
    markets = new MarketStore(environment.dynamoDb(), environment::variable);
    accounts = new AccountStore(environment.dynamoDb(), environment::variable);
    house = new HouseStore(environment.dynamoDb(), environment::variable);
    store = new DeleverageStore(environment.dynamoDb(), environment::variable);
    winners = Winners.of(environment);
    advancing = new Advancing(environment);
    funds = FundAdvancing.of(environment);
    attempts = new Attempts(environment.random());
    ids = new OrderIds(environment.venueTime(), environment.random());
    shards = environment.positive("HOUSE_SHARDS");
    random = environment.random();
    venueTime = environment.venueTime();
  }

  /** The house's books of a market and what they lack at its latest tick. */
  private record Books(MarketPage page, Tick tick, List<HouseShard> shards, Deficit deficit) {
    Market market() {
      return page.market();
    }
  }

  // At a price that is not good or too old nobody is closed.
  private Optional<Books> books(String name) {
    return markets.page(name).flatMap(page -> page.tick().flatMap(tick -> books(page, tick)));
  }

  // What the funds have to do at the tick changes what there is to be closed.
  private Optional<Books> booksOnceFundsAreAdvanced(String name, LambdaLogger log) {
    return funds
        .advanced(name, line -> log.log(line + "\n"))
        .flatMap(page -> page.tick().flatMap(tick -> books(page, tick)));
  }

  private Optional<Books> books(MarketPage page, Tick tick) {
    Market market = page.market();
    boolean isNothingHeld = tick.openInterest() == 0 && tick.skew().signum() == 0;
    if (!tick.fills(venueTime.instant(), market.priceAgeMax()) || isNothingHeld) {
      return Optional.empty();
    }
    List<HouseShard> all = house.shards(market.name(), shards);
    HouseBooks sums = HouseBooks.of(all);
    return Deficit.of(
            market,
            tick,
            sums.skew(market.contract(), page.funds()),
            sums.recorded(market.contract(), tick, page.funds()))
        .map(deficit -> new Books(page, tick, all, deficit));
  }

  /** The sequence of a market's latest tick if the house's equity is below its floor at it. */
  public Optional<Long> isDue(String market, LambdaLogger log) {
    return booksOnceFundsAreAdvanced(market, log).map(books -> books.tick().sequence());
  }

  /**
   * Closes winners, then deleverages a fund, until the house's equity is at its floor again or
   * nothing is left to take.
   *
   * @throws IllegalStateException if one could not be closed; the others are
   */
  public void run(String market, LambdaLogger log) {
    Optional<Books> begun = booksOnceFundsAreAdvanced(market, log);
    if (begun.isEmpty()) {
      return;
    }
    Side side = begun.get().deficit().side();
    List<Long> failed = new ArrayList<>();
    List<Winner> ranked =
        winners.ranked(
            begun.get().page(),
            begun.get().tick(),
            side,
            (account, why) -> failed(account, why, failed, log));
    boolean goesOn = true;
    for (int i = 0; i < ranked.size() && goesOn; i++) {
      long account = ranked.get(i).account();
      int rank = i + 1;
      try {
        Step step =
            attempts
                .first(() -> step(market, side, account, rank))
                .orElseThrow(() -> new IllegalStateException("account " + account + " is busy"));
        step.line().ifPresent(line -> log.log(line + "\n"));
        goesOn = step.goesOn();
      } catch (RuntimeException e) {
        failed(account, e, failed, log);
      }
    }
    if (goesOn && failed.isEmpty()) {
      attempts
          .first(() -> fundStep(market, side))
          .orElseThrow(() -> new IllegalStateException("the funds of " + market + " are busy"))
          .ifPresent(line -> log.log(line + "\n"));
    }
    if (!failed.isEmpty()) {
      throw new IllegalStateException("accounts " + failed + " could not be deleveraged");
    }
  }

  private static void failed(long account, Object why, List<Long> failed, LambdaLogger log) {
    log.log("account " + account + " could not be deleveraged: " + why + "\n");
    failed.add(account);
  }

  /** What came of a look at one winner; if it goes on, the next one's turn has come. */
  private record Step(Optional<String> line, boolean goesOn) {
    static final Step LEFT_ALONE = new Step(Optional.empty(), true);
    static final Step ENOUGH = new Step(Optional.empty(), false);
  }

  // The step number comes first and the account before the tick: of another closing the books know,
  // or the transaction fails, and no account is looked at by a tick before its own.
  private Optional<Step> step(String name, Side side, long account, int rank) {
    long number = store.step(name) + 1;
    Optional<AccountState> state = accounts.state(account);
    Optional<Books> books = books(name).filter(found -> found.deficit().side() == side);
    if (books.isEmpty()) {
      return Optional.of(Step.ENOUGH);
    }
    if (state.isEmpty()) {
      return Optional.of(Step.LEFT_ALONE);
    }
    Standing standing = advancing.standing(state.get(), Optional.of(books.get().page()));
    if (advancing.due(standing).isPresent()) {
      advancing.advance(account);
      return Optional.empty();
    }
    Optional<Winner> winner =
        Winners.winner(state.get(), standing, side, books.get().market(), books.get().tick());
    return winner.isEmpty() || standing.unhedged(name, side) == 0
        ? Optional.of(Step.LEFT_ALONE)
        : close(
            new Place(number, rank, winner.get().score()),
            state.get(),
            standing,
            standing.on(name, side).orElseThrow(),
            books.get());
  }

  private Optional<Step> close(
      Place place, AccountState state, Standing standing, Position held, Books books) {
    Market market = books.market();
    FuturesDesk desk =
        new FuturesDesk(
            state.account(),
            held,
            books.shards().get(random.nextInt(books.shards().size())),
            shards,
            market,
            books.tick(),
            standing.legsBeside(held.slot()),
            books.tick().time());
    long most = standing.unhedged(market.name(), held.side());
    Deleverage done = Deleverage.of(ids.next(), books.deficit(), most, place, desk);
    return store.commit(done, state, market, books.tick())
        ? Optional.of(new Step(Optional.of(line(done.fill())), true))
        : Optional.empty();
  }

  // As above: the step number is read before the books it stands for.
  private Optional<Optional<String>> fundStep(String name, Side side) {
    long number = store.step(name) + 1;
    Optional<Books> books = books(name).filter(found -> found.deficit().side() == side);
    if (books.isEmpty()) {
      return Optional.of(Optional.empty());
    }
    MarketPage page = books.get().page();
    if (!funds.advance(page).isEmpty()) {
      return Optional.empty();
    }
    Optional<Rebalance> done =
        page.funds().stream()
            .filter(fund -> fund.side() == side)
            .findFirst()
            .flatMap(fund -> deleveraged(fund, number, books.get()));
    return done.isEmpty() || store.commit(done.get())
        ? Optional.of(done.map(Deleveraging::line))
        : Optional.empty();
  }

  private static Optional<Rebalance> deleveraged(Fund fund, long number, Books books) {
    BigDecimal units = HouseBooks.of(books.shards()).unitsOf(fund);
    FundDeleverage why = new FundDeleverage(number, books.deficit(), units);
    return Rebalance.deleveraged(fund, books.market(), books.tick(), why);
  }

  private static String line(Rebalance done) {
    return "deleveraged %s from %s to %s at %s, tick %d"
        .formatted(
            done.before().name(),
            done.before().exposure().toPlainString(),
            done.after().exposure().toPlainString(),
            done.price().toPlainString(),
            done.tick());
  }

  private static String line(DeleverageFill fill) {
    return "deleveraged account %d in %s: %d of %d contracts at %s, tick %d, equity %s below %s"
        .formatted(
            fill.account(),
            fill.market(),
            Math.abs(fill.closed()),
            Math.abs(fill.size()),
            fill.price().toPlainString(),
            fill.tick(),
            fill.deficit().equity().toPlainString(),
            fill.deficit().floor().toPlainString());
  }
}
