package venue.liquidationsweep;

import com.amazonaws.services.lambda.runtime.LambdaLogger;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import venue.domain.futures.Liquidation;
import venue.domain.futures.LiquidationFill;
import venue.domain.market.Market;
import venue.domain.market.Tick;
import venue.function.Attempts;
import venue.function.Environment;
import venue.function.OrderIds;
import venue.store.DuePositions;
import venue.store.LiquidationStore;
import venue.store.MarketPage;
import venue.store.MarketStore;

/** One sweep of a market: whoever the index names is read again, decided, stored. */
final class Sweep {
  private final MarketStore markets;
  private final DuePositions due;
  private final LiquidationStore store;
  private final OrderIds ids;
  private final Attempts attempts;
  private final int shards;
  private final RandomGenerator random;
  private final InstantSource venueTime;

  Sweep(Environment environment) {
    markets = new MarketStore(environment.dynamoDb(), environment::variable);
    due = new DuePositions(environment.dynamoDb(), environment::variable);
    store = new LiquidationStore(environment.dynamoDb(), environment::variable);
    ids = new OrderIds(environment.venueTime(), environment.random());
    attempts = new Attempts(environment.random());
    shards = environment.positive("HOUSE_SHARDS");
    random = environment.random();
    venueTime = environment.venueTime();
  }

  List<String> markets() {
    return markets.names();
  }

  /**
   * Liquidates all that is due at a tick, even if the price has come back since; a message that
   * comes after the tick has grown too old is about the latest tick.
   */
  void tick(String name, long sequence, LambdaLogger log) {
    Optional<Tick> tick = markets.tick(name, sequence);
    markets.page(name).ifPresent(page -> sweep(page, tick.or(page::tick), log));
  }

  /** Liquidates all that is due at a market's latest tick. */
  void latest(String name, LambdaLogger log) {
    markets.page(name).ifPresent(page -> sweep(page, page.tick(), log));
  }

  private void sweep(MarketPage page, Optional<Tick> asked, LambdaLogger log) {
    asked
        .filter(tick -> isFresh(tick, page.market()))
        .or(() -> page.tick().filter(tick -> isFresh(tick, page.market())))
        .ifPresent(tick -> sweep(page.market(), tick, log));
  }

  private boolean isFresh(Tick tick, Market market) {
    return tick.fills(venueTime.instant(), market.priceAgeMax());
  }

  // One account that cannot be liquidated now must not keep the others waiting.
  private void sweep(Market market, Tick tick, LambdaLogger log) {
    List<Long> failed = new ArrayList<>();
    due.each(
        market.contract(),
        tick,
        account -> {
          if (!isSettled(account, market, tick, log)) {
            failed.add(account);
          }
        });
    if (!failed.isEmpty()) {
      throw new IllegalStateException("accounts " + failed + " could not be liquidated");
    }
  }

  private boolean isSettled(long account, Market market, Tick tick, LambdaLogger log) {
    try {
      return attempts.first(() -> attempt(account, market, tick, log)).isPresent();
    } catch (RuntimeException e) {
      log.log("liquidation of account " + account + " failed: " + e + "\n");
      return false;
    }
  }

  private Optional<Boolean> attempt(long account, Market market, Tick tick, LambdaLogger log) {
    Optional<LiquidationStore.Case> read =
        store.read(account, market, tick, random.nextInt(shards), shards, tick.time());
    Optional<Liquidation> liquidation =
        read.filter(found -> !found.desk().isTouchedSince())
            .flatMap(found -> Liquidation.due(ids.next(), found.desk(), found.others()));
    if (liquidation.isEmpty()) {
      return Optional.of(true);
    }
    boolean stored = store.commit(liquidation.get(), read.orElseThrow());
    if (stored) {
      log.log(line(liquidation.get().fill()));
    }
    return stored ? Optional.of(true) : Optional.empty();
  }

  private static String line(LiquidationFill fill) {
    return "liquidated account %d in %s: %d of %d contracts at %s, tick %d\n"
        .formatted(
            fill.account(),
            fill.market(),
            Math.abs(fill.closed()),
            Math.abs(fill.size()),
            fill.fillPrice().toPlainString(),
            fill.tick());
  }
}
