package venue.simulation.fault;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.BatchResultErrorEntry;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchRequest;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchRequestEntry;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchResponse;
import software.amazon.awssdk.services.sqs.model.SendMessageRequest;
import software.amazon.awssdk.services.sqs.model.SendMessageResponse;

/**
 * Queues that deliver at least once, in any order: what was sent stays until a delivery is done
 * with it, and may come once more even then.
 */
public final class FaultyQueues implements SqsClient {
  private static final int MOST_TOGETHER = 10;
  private final Invocations invocations;
  private final RandomGenerator random;
  private final Supplier<Long> now;
  private final int lag;
  private final double twice;
  private final List<QueuedMessage> messages = new ArrayList<>();
  private long ids;
  private long ticks;

  /**
   * Queues without a message.
   *
   * @param now in milliseconds: what a message's own delay is counted by
   * @param lag the most ticks a message comes late
   * @param twice share of messages that come once more after they were handled
   */
  public FaultyQueues(
      Invocations invocations, RandomGenerator random, Supplier<Long> now, int lag, double twice) {
    this.invocations = invocations;
    this.random = random;
    this.now = now;
    this.lag = lag;
    this.twice = twice;
  }

  @Override
  public SendMessageResponse sendMessage(SendMessageRequest request) {
    return invocations.call(
        Calls.SEND,
        () -> {
          keep(request.queueUrl(), request.messageBody(), request.delaySeconds());
          return SendMessageResponse.builder().build();
        },
        partly -> SendMessageResponse.builder().build());
  }

  @Override
  public SendMessageBatchResponse sendMessageBatch(SendMessageBatchRequest request) {
    return invocations.call(
        Calls.SEND_BATCH,
        () -> taken(request, request.entries()),
        partly -> taken(request, request.entries().subList(1, request.entries().size())));
  }

  private SendMessageBatchResponse taken(
      SendMessageBatchRequest request, List<SendMessageBatchRequestEntry> entries) {
    for (SendMessageBatchRequestEntry entry : entries) {
      keep(request.queueUrl(), entry.messageBody(), entry.delaySeconds());
    }
    List<BatchResultErrorEntry> failed =
        request.entries().stream()
            .filter(entry -> !entries.contains(entry))
            .map(entry -> BatchResultErrorEntry.builder().id(entry.id()).message("left").build())
            .toList();
    return SendMessageBatchResponse.builder().failed(failed).build();
  }

  private void keep(String queue, String body, Integer delaySeconds) {
    long delay = delaySeconds == null ? 0 : delaySeconds * 1000L;
    messages.add(
        new QueuedMessage("m-" + ++ids, queue, body, now.get() + delay, ticks + drawnLag()));
  }

  private int drawnLag() {
    return lag == 0 ? 0 : random.nextInt(lag + 1);
  }

  /** A tick passes. */
  public void tick() {
    ticks++;
  }

  /** What nobody has handled yet. */
  public List<QueuedMessage> waiting() {
    return List.copyOf(messages);
  }

  /** Some of what a queue has to deliver now, in any order; none if it has nothing. */
  public List<QueuedMessage> due(String queue) {
    List<QueuedMessage> due = new ArrayList<>();
    for (QueuedMessage message : messages) {
      if (message.queue().equals(queue) && message.isDue(now.get(), ticks)) {
        due.add(due.isEmpty() ? 0 : random.nextInt(due.size() + 1), message);
      }
    }
    return due.isEmpty()
        ? due
        : due.subList(0, 1 + random.nextInt(Math.min(MOST_TOGETHER, due.size())));
  }

  /** Gives up all lateness: whatever its own delay allows is due now. */
  public void catchUp() {
    messages.replaceAll(message -> message.lateUntil(ticks));
  }

  /**
   * A delivery has ended.
   *
   * @param failed ids of the messages that come again
   */
  public void delivered(List<QueuedMessage> delivery, List<String> failed) {
    for (QueuedMessage message : delivery) {
      boolean again = failed.contains(message.id()) || random.nextDouble() < twice;
      messages.removeIf(kept -> kept.id().equals(message.id()));
      if (again) {
        messages.add(message.lateUntil(ticks + drawnLag()));
      }
    }
  }

  @Override
  public String serviceName() {
    return "sqs";
  }

  @Override
  public void close() {}
}
