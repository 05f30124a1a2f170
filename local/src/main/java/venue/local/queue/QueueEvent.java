package venue.local.queue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import venue.local.template.LocalNames;
import venue.local.template.Queue;

/** The event that Lambda makes of messages, and what it reads from the function's answer. */
final class QueueEvent {
  private static final ObjectMapper JSON = new ObjectMapper();

  private QueueEvent() {}

  static byte[] of(Queue queue, List<Message> messages) throws IOException {
    ObjectNode event = JSON.createObjectNode();
    for (Message message : messages) {
      addRecord(event.withArray("Records").addObject(), queue, message);
    }
    return JSON.writeValueAsBytes(event);
  }

  private static void addRecord(ObjectNode entry, Queue queue, Message message) {
    String sent = Long.toString(message.sent().toEpochMilli());
    entry
        .put("messageId", message.id())
        .put("receiptHandle", message.receiptHandle())
        .put("body", message.body());
    entry
        .putObject("attributes")
        .put("ApproximateReceiveCount", Integer.toString(message.received()))
        .put("SentTimestamp", sent)
        .put("SenderId", "local")
        .put("ApproximateFirstReceiveTimestamp", sent);
    ObjectNode attributes = entry.putObject("messageAttributes");
    message
        .attributes()
        .forEach(
            (name, value) ->
                attributes
                    .putObject(name)
                    .put("stringValue", value.stringValue())
                    .put("dataType", value.dataType()));
    entry
        .put("md5OfBody", md5(message.body()))
        .put("eventSource", "aws:sqs")
        .put("eventSourceARN", LocalNames.queueArn(queue))
        .put("awsRegion", "elasticmq");
  }

  private static String md5(String body) {
    try {
      MessageDigest digest = MessageDigest.getInstance("MD5");
      return HexFormat.of().formatHex(digest.digest(body.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has MD5", e);
    }
  }

  /** The ids of the messages that the function says it could not handle. */
  static Set<String> failures(byte[] answer) throws IOException {
    Set<String> failed = new HashSet<>();
    if (answer.length > 0) {
      for (JsonNode failure : JSON.readTree(answer).path("batchItemFailures")) {
        failed.add(failure.path("itemIdentifier").asText());
      }
    }
    return failed;
  }
}
