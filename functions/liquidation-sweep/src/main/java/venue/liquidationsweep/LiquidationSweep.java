package venue.liquidationsweep;

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
 * Liquidates what is due: at the tick that found that something is, and by its schedule at the
 * latest tick of all markets, should a message be lost or an index have lagged.
 */
public final class LiquidationSweep implements RequestStreamHandler {
  private final Sweep sweep;

  /** The deployed function. */
  public LiquidationSweep() {
    this(Environment.ofProcess());
  }

  /** The function with what it is given. */
  public LiquidationSweep(Environment environment) {
    sweep = new Sweep(environment);
  }

  @Override
  public void handleRequest(InputStream event, OutputStream answer, Context context)
      throws IOException {
    LambdaLogger log = context.getLogger();
    Trigger.Outcome outcome =
        switch (Trigger.read(event)) {
          case Trigger.Scheduled all -> all(log);
          case Trigger.Queued due ->
              due.each(
                  message -> sweep.tick(message.text("market"), message.number("tick"), log), log);
        };
    outcome.writeTo(answer);
  }

  private Trigger.Outcome all(LambdaLogger log) {
    List<String> markets = sweep.markets();
    List<String> failed =
        SideBySide.failed(markets, market -> sweep.latest(market, log), market -> market, log);
    return Trigger.Outcome.ofSchedule(markets, failed);
  }
}
