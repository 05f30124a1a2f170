package venue.function;

import com.amazonaws.services.lambda.runtime.LambdaLogger;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import venue.domain.market.Market;
import venue.domain.market.PriceRange;
import venue.domain.market.Tick;
import venue.store.MarketPage;
import venue.store.MarketStore;

/**
 * Advances whoever an index names. A message's tick is looked at even if the price has come back
 * since; the schedule looks at the ticks of the last minutes, because an index may have lagged.
 */
public final class AccountSweep implements MarketWork {
  private static final int TICKS_BACK = 32;

  // A third of what a function has: it may sweep twice, and what follows is to have its turn too.
  private static final Duration LONGEST = Duration.ofSeconds(20);
  private final MarketStore markets;
  private final Finder finder;
  private final Advancing advancing;
  private final InstantSource wallTime;
  private final RandomGenerator random;

  /** The index that names accounts. */
  public interface Finder {

    /**
     * Names each account in which something may be due at a tick within a range.
     *
     * @param latest tick of the market
     */
    void each(Market market, PriceRange range, Tick latest, Consumer<Long> account);
  }

  /** With what a function is given, and the index it asks. */
  public AccountSweep(Environment environment, Finder finder) {
    this.markets = new MarketStore(environment.dynamoDb(), environment::variable);
    this.finder = finder;
    this.advancing = new Advancing(environment);
    this.wallTime = environment.wallTime();
    this.random = environment.random();
  }

  @Override
  public List<String> markets() {
    return markets.names();
  }

  @Override
  public void run(String name, Optional<Long> tick, LambdaLogger log) {
    left(name, tick, log).complete(tick);
  }

  /**
   * The accounts that a sweep has not brought to the latest ticks.
   *
   * @param failed could not be advanced, which is logged
   * @param unseen their turn did not come before the time was over
   */
  public record Left(Set<Long> failed, Set<Long> unseen) {
    static final Left NONE = new Left(Set.of(), Set.of());

    public Left {
      failed = Set.copyOf(failed);
      unseen = Set.copyOf(unseen);
    }

    /** Those that either of two sweeps has left. */
    public Left and(Left other) {
      Set<Long> allFailed = new TreeSet<>(failed);
      Set<Long> allUnseen = new TreeSet<>(unseen);
      allFailed.addAll(other.failed);
      allUnseen.addAll(other.unseen);
      return new Left(allFailed, allUnseen);
    }

    /**
     * Has the event come again if an account failed, or if it was a message and an account was not
     * seen; the schedule comes again by itself.
     *
     * @param tick the sequence of the tick that a message names, none on schedule
     * @throws IllegalStateException then
     */
    public void complete(Optional<Long> tick) {
      if (!failed.isEmpty() || (tick.isPresent() && !unseen.isEmpty())) {
        throw new IllegalStateException(
            failed.size() + " accounts have failed, " + unseen.size() + " were not seen");
      }
    }
  }

  /**
   * Advances whom the index names, in any order, so that several at once share the work.
   *
   * @return whom it has left
   */
  public Left left(String name, Optional<Long> tick, LambdaLogger log) {
    return markets
        .page(name)
        .flatMap(page -> range(page, tick).map(range -> advance(page, range, log)))
        .orElse(Left.NONE);
  }

  private Optional<PriceRange> range(MarketPage page, Optional<Long> asked) {
    return asked.isPresent()
        ? asked
            .flatMap(sequence -> markets.tick(page.market().name(), sequence))
            .filter(tick -> tick.quality() == Tick.Quality.GOOD)
            .map(PriceRange::of)
        : page.tick().flatMap(latest -> latest.since(latest.sequence() - TICKS_BACK));
  }

  // One account that cannot be advanced now must not keep the others waiting.
  private Left advance(MarketPage page, PriceRange range, LambdaLogger log) {
    Set<Long> unseen = new TreeSet<>();
    finder.each(page.market(), range, page.tick().orElseThrow(), unseen::add);
    List<Long> inAnyOrder = new ArrayList<>(unseen);
    Collections.shuffle(inAnyOrder, random);
    Set<Long> failed = new TreeSet<>();
    Instant end = wallTime.instant().plus(LONGEST);
    for (long account : inAnyOrder) {
      if (wallTime.instant().isAfter(end)) {
        break;
      }
      unseen.remove(account);
      try {
        advancing.advance(account).forEach(line -> log.log(line + "\n"));
      } catch (RuntimeException e) {
        log.log("account " + account + " could not be advanced: " + e + "\n");
        failed.add(account);
      }
    }
    return new Left(failed, unseen);
  }
}
