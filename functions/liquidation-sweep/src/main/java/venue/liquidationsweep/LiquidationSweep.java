package venue.liquidationsweep;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.LambdaLogger;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import java.util.Optional;
import venue.domain.market.Tick;
import venue.function.AccountSweep;
import venue.function.Deleveraging;
import venue.function.Environment;
import venue.function.MarketWork;
import venue.function.RankingRefresh;
import venue.store.DuePositions;

/**
 * Liquidates what is due: advances the accounts that the index of liquidation keys names. If the
 * house's equity is below its floor after that, winners are closed; not before whoever is due at
 * the latest tick has had a turn, or the time for it was over. Once an hour its schedule ranks who
 * would be closed first. An account that cannot be liquidated keeps neither from being done.
 */
public final class LiquidationSweep implements RequestStreamHandler, MarketWork {
  private final AccountSweep sweep;
  private final Deleveraging deleveraging;
  private final RankingRefresh ranking;

  /** The deployed function. */
  public LiquidationSweep() {
    this(Environment.ofProcess());
  }

  /** The function with what it is given. */
  public LiquidationSweep(Environment environment) {
    DuePositions due = new DuePositions(environment.dynamoDb(), environment::variable);
    sweep =
        new AccountSweep(
            environment,
            (market, range, latest, account) -> {
              if (hasPositions(latest)) {
                due.each(market.contract(), range, latest.fundingSeen(), account);
              }
            });
    deleveraging = new Deleveraging(environment);
    ranking = new RankingRefresh(environment);
  }

  // What was opened since the latest tick cannot have been due at it, nor before.
  private static boolean hasPositions(Tick latest) {
    return latest.openInterest() != 0;
  }

  @Override
  public List<String> markets() {
    return sweep.markets();
  }

  @Override
  public void run(String market, Optional<Long> tick, LambdaLogger log) {
    AccountSweep.Left left = sweep.left(market, tick, log);
    Optional<Long> latest = deleveraging.isDue(market, log);
    if (latest.isPresent()) {
      left = left.and(sweep.left(market, latest, log));
      deleveraging.run(market, log);
    }
    if (tick.isEmpty()) {
      ranking.run(market, log);
    }
    left.complete(tick);
  }

  @Override
  public void handleRequest(InputStream event, OutputStream answer, Context context)
      throws IOException {
    serve(event, answer, context.getLogger());
  }
}
