package venue.function;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import venue.domain.advance.Advance;
import venue.domain.advance.Due;
import venue.domain.advance.Standing;
import venue.domain.advance.Standing.MarketTick;
import venue.domain.futures.CrossBox;
import venue.domain.futures.CrossLeg;
import venue.domain.market.PriceRange;
import venue.domain.market.Tick;
import venue.store.AccountState;
import venue.store.AccountStore;
import venue.store.MarketPage;
import venue.store.MarketStore;
import venue.store.TickHistory;

/**
 * Brings accounts to the latest ticks: whoever touches an account does this first, so that the
 * outcome is the same whichever function comes first, and however late.
 */
public final class Advancing {
  private final AccountStore accounts;
  private final MarketStore markets;
  private final TickHistory history;
  private final Effects effects;
  private final Attempts attempts;

  /** With what a function is given. */
  public Advancing(Environment environment) {
    accounts = new AccountStore(environment.dynamoDb(), environment::variable);
    markets = new MarketStore(environment.dynamoDb(), environment::variable);
    history = new TickHistory(environment.dynamoDb(), environment::variable);
    effects = new Effects(environment);
    attempts = new Attempts(environment.random());
  }

  /** The first thing that is due; none if the account is at the latest ticks. */
  public Optional<Due> due(Standing standing) {
    Set<Tick> ticks = new LinkedHashSet<>();
    standing
        .markets()
        .forEach(
            (name, at) ->
                standing
                    .unseen(name)
                    .forEach(
                        unseen ->
                            ticks.addAll(
                                history.since(at.tick(), unseen.from(), unseen.matters()))));
    Optional<Long> since = crossSince(standing, List.copyOf(ticks));
    since.ifPresent(
        number -> standing.legs().forEach(leg -> ticks.addAll(since(standing, leg, number))));
    return Advance.first(standing, List.copyOf(ticks));
  }

  // Before a price leaves the box, or something else changes the account, no cross leg can be due.
  // A liquidation goes on at the ticks at which its last step was done.
  private Optional<Long> crossSince(Standing standing, List<Tick> ticks) {
    if (standing.legs().isEmpty()) {
      return Optional.empty();
    }
    if (standing.account().cross().flatMap(CrossBox::judged).isPresent()) {
      return Optional.of(0L);
    }
    return Stream.concat(
            standing.legs().stream().flatMap(leg -> leftBox(standing, leg).stream()),
            Advance.first(standing, ticks).map(due -> due.tick().number()).stream())
        .min(Comparator.naturalOrder());
  }

  private Optional<Long> leftBox(Standing standing, CrossLeg leg) {
    return history
        .since(leg.tick(), standing.seen(leg) + 1, range -> standing.leavesBox(leg, range))
        .stream()
        .filter(tick -> tick.quality() == Tick.Quality.GOOD)
        .filter(tick -> standing.leavesBox(leg, PriceRange.of(tick)))
        .map(Tick::number)
        .min(Comparator.naturalOrder());
  }

  private List<Tick> since(Standing standing, CrossLeg leg, long number) {
    long seen = standing.seen(leg);
    long last = history.lastBefore(leg.tick(), seen, number);
    long from = Math.max(1, last - Advance.TICKS_BEFORE);
    return history.read(leg.market().name(), from, leg.tick().sequence());
  }

  /**
   * What an account has open, at the latest ticks.
   *
   * @param known a market that was read together with the account
   */
  public Standing standing(AccountState state, Optional<MarketPage> known) {
    Map<String, MarketPage> pages = new HashMap<>();
    known.ifPresent(page -> pages.put(page.market().name(), page));
    List<String> others =
        Standing.marketsOf(state.open(), state.resting()).stream()
            .filter(name -> !pages.containsKey(name))
            .toList();
    if (!others.isEmpty()) {
      markets.pages(others).forEach(page -> pages.put(page.market().name(), page));
    }
    return Standing.of(
        state.account(),
        state.open(),
        state.resting(),
        pages.values().stream()
            .flatMap(page -> page.tick().map(tick -> new MarketTick(page.market(), tick)).stream())
            .toList());
  }

  /**
   * What an account has open, if as it was read it is at the latest ticks; if not, it is brought
   * there and is to be read again.
   *
   * @param known a market that was read together with the account
   */
  public Optional<Standing> advanced(AccountState state, Optional<MarketPage> known) {
    Standing standing = standing(state, known);
    if (due(standing).isEmpty()) {
      return Optional.of(standing);
    }
    advance(state.account().number());
    return Optional.empty();
  }

  /**
   * Does all that is due in an account.
   *
   * @return what was done, a line each
   * @throws IllegalStateException if others change the account all the time
   */
  public List<String> advance(long account) {
    List<String> done = new ArrayList<>();
    while (true) {
      Step step =
          attempts
              .first(() -> step(account))
              .orElseThrow(() -> new IllegalStateException("account " + account + " is busy"));
      if (step.line.isEmpty()) {
        return done;
      }
      done.add(step.line.get());
    }
  }

  private record Step(Optional<String> line) {}

  private Optional<Step> step(long account) {
    Optional<AccountState> state = accounts.state(account);
    Optional<Due> due = state.flatMap(found -> due(standing(found, Optional.empty())));
    return due.isEmpty()
        ? Optional.of(new Step(Optional.empty()))
        : effects.store(due.get(), state.orElseThrow()).map(line -> new Step(Optional.of(line)));
  }
}
