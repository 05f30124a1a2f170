package venue.function;

import com.amazonaws.services.lambda.runtime.LambdaLogger;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.InstantSource;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import venue.domain.Side;
import venue.domain.futures.DeleverageRanking;
import venue.domain.market.Tick;
import venue.store.MarketPage;
import venue.store.MarketStore;
import venue.store.RankingStore;

/**
 * Makes a market's ranking anew once the last one is an hour old. It reads all positions, so
 * nothing else does it.
 */
public final class RankingRefresh {
  private static final Duration KEPT = Duration.ofHours(1);
  private final MarketStore markets;
  private final RankingStore rankings;
  private final Winners winners;
  private final InstantSource venueTime;

  /** With what a function is given. */
  public RankingRefresh(Environment environment) {
    markets = new MarketStore(environment.dynamoDb(), environment::variable);
    rankings = new RankingStore(environment.dynamoDb(), environment::variable);
    winners = Winners.of(environment);
    venueTime = environment.venueTime();
  }

  /** Makes the ranking at the latest tick, if it is good and fresh and an hour has passed. */
  public void run(String market, LambdaLogger log) {
    Optional<DeleverageRanking> last = rankings.ranking(market);
    markets
        .page(market)
        .ifPresent(
            page ->
                page.tick()
                    .filter(tick -> tick.openInterest() != 0 && isDue(last, tick))
                    .filter(tick -> tick.fills(venueTime.instant(), page.market().priceAgeMax()))
                    .ifPresent(tick -> rankings.put(ranking(page, tick, log))));
  }

  private static boolean isDue(Optional<DeleverageRanking> last, Tick tick) {
    return last.isEmpty() || !tick.time().isBefore(last.get().time().plus(KEPT));
  }

  private DeleverageRanking ranking(MarketPage page, Tick tick, LambdaLogger log) {
    Map<Side, List<BigDecimal>> limits = new EnumMap<>(Side.class);
    for (Side side : Side.values()) {
      limits.put(
          side,
          DeleverageRanking.limits(
              winners.ranked(
                  page,
                  tick,
                  side,
                  (account, why) ->
                      log.log("account " + account + " could not be ranked: " + why + "\n"))));
    }
    return new DeleverageRanking(page.market().name(), tick.time(), limits);
  }
}
