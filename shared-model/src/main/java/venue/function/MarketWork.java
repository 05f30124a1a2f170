package venue.function;

import com.amazonaws.services.lambda.runtime.LambdaLogger;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import java.util.Optional;

/**
 * What follows from ticks, market by market: a message names the tick that gave something to do;
 * the schedule looks at all markets, should a message be lost or an index have lagged.
 */
public interface MarketWork {

  /** The names of all markets. */
  List<String> markets();

  /**
   * Does what there is to do in a market.
   *
   * @param tick the sequence of the tick that a message names, none on schedule
   */
  void run(String market, Optional<Long> tick, LambdaLogger log);

  /**
   * Serves one event.
   *
   * @throws IOException if a stream fails
   */
  default void serve(InputStream event, OutputStream answer, LambdaLogger log) throws IOException {
    Trigger.Outcome outcome =
        switch (Trigger.read(event)) {
          case Trigger.Scheduled all -> onSchedule(log);
          case Trigger.Queued due ->
              due.each(
                  message -> run(message.text("market"), Optional.of(message.number("tick")), log),
                  log);
        };
    outcome.writeTo(answer);
  }

  private Trigger.Outcome onSchedule(LambdaLogger log) {
    List<String> markets = markets();
    List<String> failed =
        SideBySide.failed(
            markets, market -> run(market, Optional.empty(), log), market -> market, log);
    return Trigger.Outcome.ofSchedule(markets, failed);
  }
}
