package venue.local.queue;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.MessageSystemAttributeName;

/** Receives messages of a queue, has them delivered, and deletes those that were handled. */
final class Poller implements AutoCloseable {
  private static final int LONG_POLL_SECONDS = 20;

  private final Delivery delivery;
  private final SqsClient client;
  private final String url;
  private final Thread thread;
  private volatile boolean closed;

  Poller(Delivery delivery, SqsClient client, String url) {
    this.delivery = delivery;
    this.client = client;
    this.url = url;
    this.thread =
        Thread.ofPlatform()
            .name("poller-" + delivery.queue().logicalId())
            .daemon()
            .unstarted(this::run);
  }

  void start() {
    thread.start();
  }

  private void run() {
    while (!closed) {
      try {
        List<Message> messages = receive();
        if (!messages.isEmpty()) {
          Set<String> failed = delivery.deliver(messages);
          messages.stream().filter(message -> !failed.contains(message.id())).forEach(this::delete);
        }
      } catch (SdkException e) {
        if (!closed) {
          System.err.println(delivery.queue().logicalId() + ": " + e.getMessage());
          closed = !pause();
        }
      }
    }
  }

  /** Waits before asking a server that failed again; false if the venue ends meanwhile. */
  private static boolean pause() {
    try {
      Thread.sleep(1_000);
      return true;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private List<Message> receive() {
    return client
        .receiveMessage(
            request ->
                request
                    .queueUrl(url)
                    .maxNumberOfMessages(delivery.source().batchSize())
                    .waitTimeSeconds(LONG_POLL_SECONDS)
                    .messageAttributeNames("All")
                    .messageSystemAttributeNames(MessageSystemAttributeName.ALL))
        .messages()
        .stream()
        .map(Poller::message)
        .toList();
  }

  private static Message message(software.amazon.awssdk.services.sqs.model.Message received) {
    return new Message(
        received.messageId(),
        received.receiptHandle(),
        received.body(),
        received.messageAttributes(),
        Instant.ofEpochMilli(
            Long.parseLong(
                received
                    .attributes()
                    .getOrDefault(MessageSystemAttributeName.SENT_TIMESTAMP, "0"))),
        Integer.parseInt(
            received
                .attributes()
                .getOrDefault(MessageSystemAttributeName.APPROXIMATE_RECEIVE_COUNT, "1")));
  }

  private void delete(Message message) {
    client.deleteMessage(request -> request.queueUrl(url).receiptHandle(message.receiptHandle()));
  }

  @Override
  public void close() {
    closed = true;
    thread.interrupt();
  }
}
