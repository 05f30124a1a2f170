package venue.liquidationsweep;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import venue.domain.market.Tick;
import venue.function.AccountSweep;
import venue.function.Environment;
import venue.store.DuePositions;

/** Liquidates what is due: advances the accounts that the index of liquidation keys names. */
public final class LiquidationSweep implements RequestStreamHandler {
  private final AccountSweep sweep;

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
  }

  // What was opened since the latest tick cannot have been due at it, nor before.
  private static boolean hasPositions(Tick latest) {
    return latest.openInterest() != 0;
  }

  @Override
  public void handleRequest(InputStream event, OutputStream answer, Context context)
      throws IOException {
    sweep.serve(event, answer, context.getLogger());
  }
}
