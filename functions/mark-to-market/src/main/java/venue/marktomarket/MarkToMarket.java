package venue.marktomarket;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import software.amazon.awssdk.services.sqs.SqsClient;
import venue.function.Environment;

/**
 * The tick. A schedule begins each minute with a tick of every market and sends messages for the
 * ticks due within it; a message brings one market's tick.
 */
public final class MarkToMarket implements RequestStreamHandler {
  private final Ticking ticking;
  private final MinutePlan plan;

  /** The deployed function. */
  public MarkToMarket() {
    this(Environment.ofProcess(), SqsClient.create());
  }

  /** The function with what it is given. */
  public MarkToMarket(Environment environment, SqsClient sqs) {
    ticking = Ticking.of(environment);
    plan = MinutePlan.of(environment, sqs);
  }

  @Override
  public void handleRequest(InputStream event, OutputStream answer, Context context)
      throws IOException {
    TickEvent asked = TickEvent.read(event);
    List<String> failed =
        switch (asked) {
          case TickEvent.Minute minute -> minute(context);
          case TickEvent.Due due -> due(due, context);
        };
    answer.write(TickEvent.failures(failed).write().getBytes(StandardCharsets.UTF_8));
  }

  private List<String> minute(Context context) {
    List<String> markets = ticking.markets();
    plan.send(markets);
    for (String market : markets) {
      ticking.tick(market, context.getLogger());
    }
    return List.of();
  }

  private List<String> due(TickEvent.Due due, Context context) {
    return due.messages().stream()
        .filter(message -> !plan.isTooLate(message))
        .filter(message -> !ticked(message, context))
        .map(TickEvent.Message::id)
        .toList();
  }

  private boolean ticked(TickEvent.Message message, Context context) {
    try {
      ticking.tick(message.market(), context.getLogger());
      return true;
    } catch (RuntimeException e) {
      context.getLogger().log("tick of " + message.market() + " failed: " + e + "\n");
      return false;
    }
  }
}
