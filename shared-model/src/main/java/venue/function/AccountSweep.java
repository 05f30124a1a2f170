package venue.function;

import com.amazonaws.services.lambda.runtime.LambdaLogger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
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
  private final MarketStore markets;
  private final Finder finder;
  private final Advancing advancing;

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
  }

  @Override
  public List<String> markets() {
    return markets.names();
  }

  @Override
  public void run(String name, Optional<Long> tick, LambdaLogger log) {
    markets
        .page(name)
        .ifPresent(page -> range(page, tick).ifPresent(range -> advance(page, range, log)));
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
  private void advance(MarketPage page, PriceRange range, LambdaLogger log) {
    Set<Long> accounts = new TreeSet<>();
    finder.each(page.market(), range, page.tick().orElseThrow(), accounts::add);
    List<Long> failed = new ArrayList<>();
    for (long account : accounts) {
      try {
        advancing.advance(account).forEach(line -> log.log(line + "\n"));
      } catch (RuntimeException e) {
        log.log("account " + account + " could not be advanced: " + e + "\n");
        failed.add(account);
      }
    }
    if (!failed.isEmpty()) {
      throw new IllegalStateException("accounts " + failed + " could not be advanced");
    }
  }
}
