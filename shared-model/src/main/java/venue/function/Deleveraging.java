package venue.function;

import com.amazonaws.services.lambda.runtime.LambdaLogger;
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
import venue.domain.market.Market;
import venue.store.AccountState;
import venue.store.AccountStore;
import venue.store.DeleverageStore;

/**
 * Closes winning positions while the house's equity is below its floor, the highest score first,
 * and takes exposure back from the fund of their side once none is left; each at the latest tick
 * and in one transaction of its own. Before each closing the deficit is reckoned anew from the
 * books, so that it may stop anywhere, come twice or run twice at once: of two closings decided on
 * the same books only one is stored ({@link DeleverageStore}). It is rare and may read the whole
 * winning side; who is closed first is settled once at its beginning, and how much at each step.
 */
public final class Deleveraging {
  private final AccountStore accounts;
  private final DeleverageStore store;
  private final Winners winners;
  private final Advancing advancing;
  private final FundDeleveraging funds;
  private final DeficitBooks.Reading deficits;
  private final Attempts attempts;
  private final OrderIds ids;
  private final int shards;
  private final RandomGenerator random;

  /** With what a function is given. */
  public Deleveraging(Environment environment) {
    accounts = new AccountStore(environment.dynamoDb(), environment::variable);
    store = new DeleverageStore(environment.dynamoDb(), environment::variable);
    winners = Winners.of(environment);
    advancing = new Advancing(environment);
    deficits = DeficitBooks.Reading.of(environment);
    funds = FundDeleveraging.of(environment);
    attempts = new Attempts(environment.random());
    ids = new OrderIds(environment.venueTime(), environment.random());
    shards = environment.positive("HOUSE_SHARDS");
    random = environment.random();
  }

  /** The sequence of a market's latest tick if the house's equity is below its floor at it. */
  public Optional<Long> isDue(String market, LambdaLogger log) {
    return deficits.onceFundsAreAdvanced(market, log).map(books -> books.tick().sequence());
  }

  /**
   * Closes winners, then deleverages a fund, until the house's equity is at its floor again or
   * nothing is left to take.
   *
   * @throws IllegalStateException if one could not be closed; the others are
   */
  public void run(String market, LambdaLogger log) {
    Optional<DeficitBooks> begun = deficits.onceFundsAreAdvanced(market, log);
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
          .first(() -> funds.step(market, side))
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
    Optional<DeficitBooks> books =
        deficits.of(name).filter(found -> found.deficit().side() == side);
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
      Place place, AccountState state, Standing standing, Position held, DeficitBooks books) {
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
