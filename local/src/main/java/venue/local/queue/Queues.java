package venue.local.queue;

import java.util.Map;
import software.amazon.awssdk.services.sqs.SqsClient;
import venue.local.function.Functions;

/** The queues of a template: where functions send to, and what delivers what they sent. */
public sealed interface Queues extends AutoCloseable permits ServedQueues, TimetableQueues {

  /** The client that functions get. */
  SqsClient client();

  /** The queues' URLs by logical id. */
  Map<String, String> urls();

  /** Begins to deliver messages to the functions that listen. */
  void deliverTo(Functions functions);

  @Override
  void close();
}
