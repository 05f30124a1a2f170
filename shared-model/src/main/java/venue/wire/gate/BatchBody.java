package venue.wire.gate;

import java.util.List;
import venue.domain.Outcome;
import venue.domain.Reason;
import venue.wire.Fields;
import venue.wire.HttpResponse;
import venue.wire.json.Json;
import venue.wire.json.JsonArray;
import venue.wire.json.JsonNumber;
import venue.wire.json.JsonObject;
import venue.wire.json.JsonText;
import venue.wire.json.MalformedJson;

/** A body that is a list, and what is answered to each of its elements. */
public final class BatchBody {

  private BatchBody() {}

  /**
   * The elements of a body.
   *
   * @param most how many there may be
   */
  public static Outcome<List<Json>> elements(String body, int most) {
    try {
      return Json.parse(body) instanceof JsonArray(List<Json> elements)
              && !elements.isEmpty()
              && elements.size() <= most
          ? Outcome.done(elements)
          : refused("the body should be a JSON array of 1 to " + most + " elements");
    } catch (MalformedJson e) {
      return refused("the body should be a JSON array; " + e.getMessage());
    }
  }

  /** The fields of an element that should be an object. */
  public static Outcome<Fields> fields(Json element) {
    return element instanceof JsonObject object
        ? Outcome.done(Fields.of(object))
        : refused("the element should be a JSON object, not " + element.write());
  }

  /** An element that should be the id or the text of an order. */
  public static Outcome<String> order(Json element) {
    return switch (element) {
      case JsonText(String text) -> Outcome.done(text);
      case JsonNumber number -> Outcome.done(number.write());
      default -> refused("the element should be the id of an order, not " + element.write());
    };
  }

  private static <T> Outcome<T> refused(String message) {
    return Outcome.refused(Reason.INVALID_REQUEST_BODY, message);
  }

  /** What was answered to one element: its fields, or the label and what is wrong. */
  public static JsonObject answered(HttpResponse answer) {
    boolean succeeded = answer.status() < 300;
    JsonObject.Builder fields = JsonObject.builder().put("succeeded", succeeded);
    ((JsonObject) answer.body())
        .fields()
        .forEach((name, value) -> fields.put(name(name, succeeded), value));
    return fields.build();
  }

  /**
   * Whether one order was cancelled, in the shape that Gate has for this alone: the message is
   * empty if it was, else label and message of the error.
   *
   * @param element what was sent for the order, its id or its text
   */
  public static JsonObject cancelled(long account, Json element, HttpResponse answer) {
    boolean succeeded = answer.status() < 300;
    JsonObject body = (JsonObject) answer.body();
    return JsonObject.builder()
        .put("id", text(succeeded ? body.get("id").orElseThrow() : element))
        .put("user_id", account)
        .put("succeeded", succeeded)
        .put("message", succeeded ? "" : field(body, "label") + ": " + field(body, "message"))
        .build();
  }

  private static String field(JsonObject body, String name) {
    return body.get(name).map(BatchBody::text).orElse("");
  }

  private static String text(Json value) {
    return value instanceof JsonText(String text) ? text : value.write();
  }

  private static String name(String name, boolean succeeded) {
    return !succeeded && name.equals("message") ? "detail" : name;
  }
}
