package venue.function;

import com.amazonaws.services.lambda.runtime.LambdaLogger;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import venue.wire.json.Json;
import venue.wire.json.JsonArray;
import venue.wire.json.JsonObject;
import venue.wire.json.JsonText;
import venue.wire.json.MalformedJson;

/** What calls a function that serves no request: its schedule, or messages of a queue. */
public sealed interface Trigger {

  /** The schedule. */
  record Scheduled() implements Trigger {}

  /** Messages of a queue. */
  record Queued(List<Message> messages) implements Trigger {

    public Queued {
      messages = List.copyOf(messages);
    }

    /** Handles the messages side by side; one that fails is logged and left to come again. */
    public Outcome each(Consumer<Message> handled, LambdaLogger log) {
      List<Message> failed = SideBySide.failed(messages, handled, Message::id, log);
      return new Outcome(failed.stream().map(Message::id).toList());
    }
  }

  /** A message of a queue. */
  record Message(String id, Json body) {

    /**
     * A text field of the body.
     *
     * @throws IllegalArgumentException if there is no such field
     */
    public String text(String name) {
      return Trigger.text(body, "/" + name);
    }

    /**
     * A whole number of the body.
     *
     * @throws IllegalArgumentException if there is no such field
     */
    public long number(String name) {
      return body.at("/" + name)
          .flatMap(Json::decimal)
          .orElseThrow(() -> new IllegalArgumentException("the message has no " + name))
          .longValueExact();
    }
  }

  /** Which messages were not handled; a schedule has none. */
  record Outcome(List<String> failed) {

    public Outcome {
      failed = List.copyOf(failed);
    }

    /**
     * What comes of a schedule's call.
     *
     * @param failed what could not be done; the next call looks at it again
     * @throws IllegalStateException if all of it failed, so that the call counts as failed
     */
    public static Outcome ofSchedule(List<String> asked, List<String> failed) {
      if (!asked.isEmpty() && failed.size() == asked.size()) {
        throw new IllegalStateException("all of " + asked + " failed");
      }
      return new Outcome(List.of());
    }

    /**
     * Answers a queue with the messages that are to be delivered again.
     *
     * @throws IOException if the stream fails
     */
    public void writeTo(OutputStream answer) throws IOException {
      List<Json> items =
          failed.stream()
              .<Json>map(id -> JsonObject.builder().put("itemIdentifier", id).build())
              .toList();
      Json body = JsonObject.builder().put("batchItemFailures", JsonArray.of(items)).build();
      answer.write(body.write().getBytes(StandardCharsets.UTF_8));
    }
  }

  /**
   * Reads an event.
   *
   * @throws IOException if the stream fails
   * @throws IllegalArgumentException if it is not an event of a schedule or a queue
   */
  static Trigger read(InputStream input) throws IOException {
    try {
      Json event = Json.parse(new String(input.readAllBytes(), StandardCharsets.UTF_8));
      if (!(event.at("/Records").orElse(event) instanceof JsonArray(List<Json> records))) {
        return new Scheduled();
      }
      List<Message> messages = new ArrayList<>();
      for (Json record : records) {
        messages.add(new Message(text(record, "/messageId"), Json.parse(text(record, "/body"))));
      }
      return new Queued(messages);
    } catch (MalformedJson e) {
      throw new IllegalArgumentException("not an event of a schedule or a queue", e);
    }
  }

  private static String text(Json json, String pointer) {
    return json.at(pointer)
        .filter(JsonText.class::isInstance)
        .map(value -> ((JsonText) value).text())
        .orElseThrow(() -> new IllegalArgumentException("the event has no " + pointer));
  }
}
