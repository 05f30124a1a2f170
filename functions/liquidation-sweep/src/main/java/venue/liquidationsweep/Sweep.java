package venue.liquidationsweep;

import com.amazonaws.services.lambda.runtime.LambdaLogger;
import java.time.InstantSource;
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

  /** Liquidates all that is due at a tick. */
  void tick(String name, long sequence, LambdaLogger log) {
    Optional<Tick> tick = markets.tick(name, sequence);
    markets.page(name).ifPresent(page -> tick.ifPresent(at -> sweep(page.market(), at, log)));
  }

  /** Liquidates all that is due at a market's latest tick, unless that is too old. */
  void latest(String name, LambdaLogger log) {
    markets
        .page(name)
        .ifPresent(
            page ->
                page.tick()
                    .filter(tick -> tick.fills(venueTime.instant(), page.market().priceAgeMax()))
                    .ifPresent(tick -> sweep(page.market(), tick, log)));
  }

  private void sweep(Market market, Tick tick, LambdaLogger log) {
    due.each(market.contract(), tick, account -> liquidate(account, market, tick, log));
  }

  private void liquidate(long account, Market market, Tick tick, LambdaLogger log) {
    boolean settled = attempts.first(() -> attempt(account, market, tick, log)).orElse(false);
    if (!settled) {
      throw new IllegalStateException(
          "account " + account + " changed at every attempt to liquidate it");
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
