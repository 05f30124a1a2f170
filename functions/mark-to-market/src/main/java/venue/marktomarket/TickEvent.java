package venue.marktomarket;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import venue.wire.json.Json;
import venue.wire.json.JsonArray;
import venue.wire.json.JsonObject;
import venue.wire.json.JsonText;
import venue.wire.json.MalformedJson;

/** Why the function is called: a minute begins, or messages say that ticks are due. */
sealed interface TickEvent {

  /** A minute begins. */
  record Minute() implements TickEvent {}

  /** Ticks are due. */
  record Due(List<Message> messages) implements TickEvent {}

  /**
   * One tick that is due.
   *
   * @param id of the message
   * @param due venue time
   */
  record Message(String id, String market, Instant due) {

    /** The body of a message for a tick. */
    static String body(String market, Instant due) {
      return JsonObject.builder()
          .put("market", market)
          .put("due", due.toEpochMilli())
          .build()
          .write();
    }

    static Message read(Json record) throws MalformedJson {
      Json body = Json.parse(text(record, "/body"));
      return new Message(
          text(record, "/messageId"),
          text(body, "/market"),
          Instant.ofEpochMilli(
              body.at("/due").flatMap(Json::decimal).orElseThrow().longValueExact()));
    }
  }

  /** Reads an event of a schedule or of a queue. */
  static TickEvent read(InputStream input) throws IOException {
    try {
      Json event = Json.parse(new String(input.readAllBytes(), StandardCharsets.UTF_8));
      if (!(event.at("/Records").orElse(event) instanceof JsonArray(List<Json> records))) {
        return new Minute();
      }
      List<Message> messages = new ArrayList<>();
      for (Json record : records) {
        messages.add(Message.read(record));
      }
      return new Due(messages);
    } catch (MalformedJson e) {
      throw new IllegalArgumentException("not an event of a schedule or of the tick queue", e);
    }
  }

  /** The answer to a queue: which messages are to be delivered again. */
  static Json failures(List<String> messageIds) {
    List<Json> failed =
        messageIds.stream()
            .<Json>map(id -> JsonObject.builder().put("itemIdentifier", id).build())
            .toList();
    return JsonObject.builder().put("batchItemFailures", JsonArray.of(failed)).build();
  }

  private static String text(Json json, String pointer) {
    return json.at(pointer)
        .filter(JsonText.class::isInstance)
        .map(value -> ((JsonText) value).text())
        .orElseThrow(() -> new IllegalArgumentException("the event has no " + pointer));
  }
}
