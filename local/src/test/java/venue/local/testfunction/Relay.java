package venue.local.testfunction;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchRequestEntry;
import venue.function.Environment;

/** On its schedule sends itself delayed messages; stores when it was called, and with what. */
public final class Relay implements RequestStreamHandler {
  private final ObjectMapper json = new ObjectMapper();
  private final Environment environment;
  private final SqsClient queues;

  public Relay(Environment environment, SqsClient queues) {
    this.environment = environment;
    this.queues = queues;
  }

  @Override
  public void handleRequest(InputStream input, OutputStream output, Context context)
      throws IOException {
    JsonNode event = json.readTree(input);
    if (event.has("Records")) {
      for (JsonNode message : event.get("Records")) {
        store(message.get("body").textValue() + " from " + message.get("eventSource").asText());
      }
      output.write("{\"batchItemFailures\":[]}".getBytes(java.nio.charset.StandardCharsets.UTF_8));
    } else {
      store("schedule of " + event.get("source").textValue());
      queues.sendMessageBatch(
          batch ->
              batch
                  .queueUrl(environment.variable("RELAY_QUEUE"))
                  .entries(message("late", 2), message("early", 1)));
    }
  }

  private static SendMessageBatchRequestEntry message(String body, int delay) {
    return SendMessageBatchRequestEntry.builder()
        .id(body)
        .messageBody(body)
        .delaySeconds(delay)
        .build();
  }

  private void store(String call) {
    long time = environment.venueTime().instant().toEpochMilli();
    environment
        .dynamoDb()
        .putItem(
            put ->
                put.tableName(environment.variable("CALLS_TABLE"))
                    .item(
                        Map.of(
                            "pk", AttributeValue.fromS("calls"),
                            "time", AttributeValue.fromN(Long.toString(time)),
                            "call", AttributeValue.fromS(call))));
  }
}
