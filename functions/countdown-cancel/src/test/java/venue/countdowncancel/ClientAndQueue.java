package venue.countdowncancel;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.SendMessageRequest;
import software.amazon.awssdk.services.sqs.model.SendMessageResponse;
import venue.function.Environment;
import venue.function.TestVenue;
import venue.function.TestVenue.Answer;
import venue.wire.json.JsonArray;
import venue.wire.json.JsonObject;
import venue.wire.json.JsonText;

/**
 * A client, the queue and the function between them. Wall time moves when it is told to, and a
 * message is delivered when it is told to.
 */
final class ClientAndQueue implements SqsClient {
  private final TestVenue venue;
  private final CountdownCancel function;
  private final Deque<SendMessageRequest> sent = new ArrayDeque<>();
  private Instant wallTime = TestVenue.NOW;
  private Runnable onceSent = () -> {};

  ClientAndQueue(TestVenue venue) {
    this.venue = venue;
    Environment given = venue.environment(Map.of("COUNTDOWN_QUEUE", "countdowns"));
    function =
        new CountdownCancel(
            new Environment(
                given.variables(),
                given.dynamoDb(),
                () -> wallTime,
                given.venueTime(),
                given.random()),
            this);
  }

  CountdownCancel function() {
    return function;
  }

  void pass(int seconds) {
    wallTime = wallTime.plusSeconds(seconds);
  }

  /** What happens right after each message was taken. */
  void onceSent(Runnable then) {
    onceSent = then;
  }

  Answer set(String body) throws Exception {
    return venue.call(function, "set-countdown.json", Map.of("body", new JsonText(body)));
  }

  Answer set(int seconds) throws Exception {
    return set("{\"timeout\":" + seconds + ",\"contract\":\"BTC_USDT\"}");
  }

  /** How many messages wait. */
  int waiting() {
    return sent.size();
  }

  /** How long the message that was sent first is held back. */
  Duration delay() {
    return Duration.ofSeconds(sent.getFirst().delaySeconds());
  }

  /** Delivers the message that was sent first, and says which are to come again. */
  String deliver() throws IOException {
    return deliver(sent.removeFirst().messageBody());
  }

  String deliver(String body) throws IOException {
    JsonObject message = JsonObject.builder().put("messageId", "m").put("body", body).build();
    return call(
        JsonObject.builder().put("Records", JsonArray.of(List.of(message))).build().write());
  }

  /** Calls the function with an event. */
  String call(String event) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    function.handleRequest(new ByteArrayInputStream(event.getBytes(UTF_8)), out, venue.context());
    return out.toString(UTF_8);
  }

  @Override
  public SendMessageResponse sendMessage(SendMessageRequest request) {
    sent.addLast(request);
    onceSent.run();
    return SendMessageResponse.builder().build();
  }

  @Override
  public String serviceName() {
    return "sqs";
  }

  @Override
  public void close() {}
}
