package venue.smartleveragerebalance;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import venue.function.Environment;

/**
 * Rebalances funds at the latest tick: when a tick has found one out of its band, and by its
 * schedule in all markets, should a message be lost.
 */
public final class SmartLeverageRebalance implements RequestStreamHandler {
  private final Rebalancing rebalancing;

  /** The deployed function. */
  public SmartLeverageRebalance() {
    this(Environment.ofProcess());
  }

  /** The function with what it is given. */
  public SmartLeverageRebalance(Environment environment) {
    rebalancing = new Rebalancing(environment);
  }

  @Override
  public void handleRequest(InputStream event, OutputStream answer, Context context)
      throws IOException {
    rebalancing.serve(event, answer, context.getLogger());
  }
}
