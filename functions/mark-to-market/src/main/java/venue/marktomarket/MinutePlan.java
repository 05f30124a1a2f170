package venue.marktomarket;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchRequestEntry;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchResponse;
import venue.domain.market.Market;
import venue.domain.market.Tick;
import venue.domain.market.TickPace;
import venue.function.Environment;

/**
 * The ticks within a minute, one every few seconds, as delayed messages: the schedule's smallest
 * step is a minute. While the price moves fast a tick sends for the next one itself. Each message
 * is stamped with when its tick is due.
 *
 * @param step time between two ticks
 */
record MinutePlan(SqsClient sqs, String queue, Duration step, InstantSource venueTime) {
  private static final int MINUTE = 60;
  private static final int BATCH = 10;
  private static final int HURRIED = 1;

  static MinutePlan of(Environment environment, SqsClient sqs) {
    return new MinutePlan(
        sqs,
        environment.variable("TICK_QUEUE"),
        Duration.ofSeconds(environment.positive("TICK_SECONDS")),
        environment.venueTime());
  }

  /** Sends a message for each further tick of each market in the minute that begins now. */
  void send(List<String> markets) {
    Instant now = venueTime.instant();
    List<SendMessageBatchRequestEntry> entries = new ArrayList<>();
    for (int delay = (int) step.toSeconds(); delay < MINUTE; delay += (int) step.toSeconds()) {
      for (String market : markets) {
        entries.add(
            SendMessageBatchRequestEntry.builder()
                .id(Integer.toString(entries.size()))
                .delaySeconds(delay)
                .messageBody(new TickMessage(market, now.plusSeconds(delay)).body())
                .build());
      }
    }
    List<String> problems = new ArrayList<>();
    for (int from = 0; from < entries.size(); from += BATCH) {
      List<SendMessageBatchRequestEntry> batch =
          entries.subList(from, Math.min(entries.size(), from + BATCH));
      SendMessageBatchResponse sent =
          sqs.sendMessageBatch(request -> request.queueUrl(queue).entries(batch));
      sent.failed().forEach(failed -> problems.add(failed.message()));
    }
    if (!problems.isEmpty()) {
      throw new IllegalStateException(
          problems.size() + " ticks could not be sent: " + problems.getFirst());
    }
  }

  /**
   * Sends for a tick a second after this one, if the price moves that fast; where there are no
   * ticks within a minute, none is hurried either.
   */
  void hurry(Market market, Tick last, Tick tick) {
    boolean isWithinMinutes = step.toSeconds() < MINUTE;
    if (isWithinMinutes && new TickPace(step).isFastAfter(market, last, tick)) {
      TickMessage next = new TickMessage(market.name(), venueTime.instant().plusSeconds(HURRIED));
      sqs.sendMessage(
          request -> request.queueUrl(queue).delaySeconds(HURRIED).messageBody(next.body()));
    }
  }

  /** Whether the next tick of the market is due already, so that this one is not worth taking. */
  boolean isTooLate(TickMessage message) {
    return message.due().plus(step).isBefore(venueTime.instant());
  }
}
