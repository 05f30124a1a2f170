package venue.marktomarket;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;
import java.util.List;
import software.amazon.awssdk.services.sqs.SqsClient;
import venue.function.Environment;
import venue.function.SideBySide;
import venue.function.Trigger;

/**
 * The tick. A schedule begins each minute with a tick of every market and sends messages for the
 * ticks due within it; a message brings one market's tick.
 */
public final class MarkToMarket implements RequestStreamHandler {
  private final Ticking ticking;
  private final MinutePlan plan;

  /** The deployed function. */
  public MarkToMarket() {
    this(
        Environment.ofProcess(),
        SqsClient.builder()
            .overrideConfiguration(
                calls ->
                    calls
                        .apiCallAttemptTimeout(Duration.ofSeconds(2))
                        .apiCallTimeout(Duration.ofSeconds(7)))
            .build());
  }

  /** The function with what it is given. */
  public MarkToMarket(Environment environment, SqsClient sqs) {
    ticking = Ticking.of(environment, sqs);
    plan = MinutePlan.of(environment, sqs);
  }

  @Override
  public void handleRequest(InputStream event, OutputStream answer, Context context)
      throws IOException {
    Trigger.Outcome outcome =
        switch (Trigger.read(event)) {
          case Trigger.Scheduled minute -> minute(context);
          case Trigger.Queued due ->
              due.each(message -> tick(message, context), context.getLogger());
        };
    outcome.writeTo(answer);
  }

  private Trigger.Outcome minute(Context context) {
    List<String> markets = ticking.markets();
    List<String> failed =
        SideBySide.failed(
            markets,
            market -> ticking.tick(market, context.getLogger()),
            market -> market,
            context.getLogger());
    plan.send(markets);
    return Trigger.Outcome.ofSchedule(markets, failed);
  }

  private void tick(Trigger.Message message, Context context) {
    TickMessage asked = TickMessage.read(message);
    if (!plan.isTooLate(asked)) {
      ticking.tick(asked.market(), context.getLogger());
    }
  }
}
