package venue.local.queue;

import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import venue.local.function.FunctionPool;
import venue.local.template.Queue;
import venue.local.template.QueueSource;

/** Gives messages of a queue to the function that listens to it. */
final class Delivery {
  private final QueueSource source;
  private final Queue queue;
  private final FunctionPool function;

  Delivery(QueueSource source, Queue queue, FunctionPool function) {
    this.source = source;
    this.queue = queue;
    this.function = function;
  }

  QueueSource source() {
    return source;
  }

  Queue queue() {
    return queue;
  }

  /** Calls the function; gives the ids of the messages it did not handle. */
  Set<String> deliver(List<Message> messages) {
    try {
      byte[] answer = function.invoke(QueueEvent.of(queue, messages), UUID.randomUUID().toString());
      return source.partialFailures() ? QueueEvent.failures(answer) : Set.of();
    } catch (IOException | RuntimeException e) {
      System.err.println(
          source.function() + " failed on messages of " + queue.logicalId() + ": " + e);
      return messages.stream().map(Message::id).collect(Collectors.toSet());
    }
  }
}
