package venue.smartleveragerebalance;

import com.amazonaws.services.lambda.runtime.LambdaLogger;
import java.util.List;
import java.util.Optional;
import venue.function.Environment;
import venue.function.FundAdvancing;
import venue.function.MarketWork;
import venue.store.MarketPage;
import venue.store.MarketStore;

/**
 * Brings the funds of a market to its latest tick. It costs the same however many people hold them.
 * It looks after their insurance too: that of a wiped one pays at once, it is fed on schedule.
 */
final class Rebalancing implements MarketWork {
  private final MarketStore markets;
  private final FundAdvancing funds;
  private final Insuring insuring;

  Rebalancing(Environment environment) {
    markets = new MarketStore(environment.dynamoDb(), environment::variable);
    funds = FundAdvancing.of(environment);
    insuring = Insuring.of(environment);
  }

  @Override
  public List<String> markets() {
    return markets.names();
  }

  @Override
  public void run(String market, Optional<Long> tick, LambdaLogger log) {
    Optional<MarketPage> page = funds.advanced(market, line -> log.log(line + "\n"));
    page.ifPresent(now -> insuring.run(now, tick.isEmpty(), log));
  }
}
