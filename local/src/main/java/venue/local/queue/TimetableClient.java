package venue.local.queue;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.BatchResultErrorEntry;
import software.amazon.awssdk.services.sqs.model.MessageAttributeValue;
import software.amazon.awssdk.services.sqs.model.QueueDoesNotExistException;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchRequest;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchRequestEntry;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchResponse;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchResultEntry;
import software.amazon.awssdk.services.sqs.model.SendMessageRequest;
import software.amazon.awssdk.services.sqs.model.SendMessageResponse;
import software.amazon.awssdk.services.sqs.model.SqsException;
import venue.local.template.Queue;

/** The client that functions get where messages wait on the timetable: it only sends. */
final class TimetableClient implements SqsClient {
  private static final int LONGEST_DELAY_SECONDS = 900;
  private static final int LARGEST_BATCH = 10;

  private final TimetableQueues queues;
  private final InstantSource venueTime;

  TimetableClient(TimetableQueues queues, InstantSource venueTime) {
    this.queues = queues;
    this.venueTime = venueTime;
  }

  @Override
  public String serviceName() {
    return SERVICE_NAME;
  }

  @Override
  public SendMessageResponse sendMessage(SendMessageRequest request) {
    String id =
        send(
            queue(request.queueUrl()),
            request.messageBody(),
            request.messageAttributes(),
            request.delaySeconds());
    return SendMessageResponse.builder().messageId(id).build();
  }

  @Override
  public SendMessageBatchResponse sendMessageBatch(SendMessageBatchRequest request) {
    Queue queue = queue(request.queueUrl());
    if (request.entries().isEmpty() || request.entries().size() > LARGEST_BATCH) {
      throw refused("a batch has 1 to 10 messages");
    }
    SendMessageBatchResponse.Builder response =
        SendMessageBatchResponse.builder().failed(new BatchResultErrorEntry[0]);
    return response
        .successful(request.entries().stream().map(entry -> send(queue, entry)).toList())
        .build();
  }

  private SendMessageBatchResultEntry send(Queue queue, SendMessageBatchRequestEntry entry) {
    String id = send(queue, entry.messageBody(), entry.messageAttributes(), entry.delaySeconds());
    return SendMessageBatchResultEntry.builder().id(entry.id()).messageId(id).build();
  }

  private String send(
      Queue queue,
      String body,
      Map<String, MessageAttributeValue> attributes,
      @Nullable Integer delaySeconds) {
    Duration delay =
        Optional.ofNullable(delaySeconds).map(Duration::ofSeconds).orElse(queue.delay());
    if (delay.isNegative() || delay.toSeconds() > LONGEST_DELAY_SECONDS) {
      throw refused("DelaySeconds is 0 to 900");
    }
    String id = UUID.randomUUID().toString();
    queues.send(queue, new Message(id, id, body, attributes, venueTime.instant(), 1), delay);
    return id;
  }

  private Queue queue(String url) {
    return queues
        .queue(url)
        .orElseThrow(
            () -> QueueDoesNotExistException.builder().message("no queue at " + url).build());
  }

  private static RuntimeException refused(String message) {
    return SqsException.builder().message(message).statusCode(400).build();
  }

  @Override
  public void close() {}
}
