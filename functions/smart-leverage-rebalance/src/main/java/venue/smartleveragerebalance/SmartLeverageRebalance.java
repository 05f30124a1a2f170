package venue.smartleveragerebalance;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.LambdaLogger;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import venue.function.Environment;
import venue.function.SideBySide;
import venue.function.Trigger;

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
    LambdaLogger log = context.getLogger();
    Trigger.Outcome outcome =
        switch (Trigger.read(event)) {
          case Trigger.Scheduled all -> all(log);
          case Trigger.Queued due ->
              due.each(message -> rebalancing.latest(message.text("market"), log), log);
        };
    outcome.writeTo(answer);
  }

  private Trigger.Outcome all(LambdaLogger log) {
    List<String> markets = rebalancing.markets();
    List<String> failed =
        SideBySide.failed(
            markets, market -> rebalancing.latest(market, log), market -> market, log);
    return Trigger.Outcome.ofSchedule(markets, failed);
  }
}
