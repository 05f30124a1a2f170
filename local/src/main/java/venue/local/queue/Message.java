package venue.local.queue;

import java.time.Instant;
import java.util.Map;
import software.amazon.awssdk.services.sqs.model.MessageAttributeValue;

/**
 * A message as a function gets it.
 *
 * @param received how often it was given to a function, this time included
 */
record Message(
    String id,
    String receiptHandle,
    String body,
    Map<String, MessageAttributeValue> attributes,
    Instant sent,
    int received) {

  Message {
    attributes = Map.copyOf(attributes);
  }

  Message receivedAgain() {
    return new Message(id, receiptHandle, body, attributes, sent, received + 1);
  }
}
