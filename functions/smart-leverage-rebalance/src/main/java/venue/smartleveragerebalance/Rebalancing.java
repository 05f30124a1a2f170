package venue.smartleveragerebalance;

import com.amazonaws.services.lambda.runtime.LambdaLogger;
import java.time.InstantSource;
import java.util.List;
import venue.domain.market.Tick;
import venue.domain.smartleverage.Fund;
import venue.domain.smartleverage.Rebalance;
import venue.function.Environment;
import venue.store.MarketPage;
import venue.store.MarketStore;

/**
 * One look at the funds of a market: read, decide, store. It costs the same however many hold them.
 */
final class Rebalancing {
  private final MarketStore store;
  private final InstantSource venueTime;

  Rebalancing(Environment environment) {
    store = new MarketStore(environment.dynamoDb(), environment::variable);
    venueTime = environment.venueTime();
  }

  List<String> markets() {
    return store.names();
  }

  /**
   * Rebalances what is due at a market's latest tick, unless that is too old. Never at an earlier
   * one: units may have been traded since.
   */
  void latest(String market, LambdaLogger log) {
    store
        .page(market)
        .ifPresent(
            page ->
                page.tick()
                    .filter(tick -> tick.fills(venueTime.instant(), page.market().priceAgeMax()))
                    .ifPresent(tick -> rebalance(page, tick, log)));
  }

  // One that is lost to a newer rebalance is not tried again: the newer one has looked already.
  private void rebalance(MarketPage page, Tick tick, LambdaLogger log) {
    for (Fund fund : page.funds()) {
      Rebalance.due(fund, page.market(), tick)
          .filter(store::commit)
          .ifPresent(done -> log.log(line(done)));
    }
  }

  private static String line(Rebalance done) {
    return "%s %s at %s, tick %d: leverage was %s, target %s\n"
        .formatted(
            done.kind(),
            done.before().name(),
            done.price().toPlainString(),
            done.tick(),
            done.leverageBefore().toPlainString(),
            done.target().toPlainString());
  }
}
