package venue.simulation.request;

import java.math.BigDecimal;
import venue.wire.json.Json;
import venue.wire.json.JsonText;
import venue.wire.json.MalformedJson;

/**
 * What came back.
 *
 * @param label of a refusal, else empty
 */
public record Answer(int status, String label, String message) {

  /** Reads what a function answered an HTTP API. */
  public static Answer read(String answer) {
    try {
      Json json = Json.parse(answer);
      int status =
          json.at("/statusCode").flatMap(Json::decimal).map(BigDecimal::intValue).orElse(0);
      Json body = json.at("/body").orElseThrow();
      Json inner = body instanceof JsonText(String text) ? Json.parse(text) : body;
      return new Answer(status, text(inner, "/label"), text(inner, "/message"));
    } catch (MalformedJson e) {
      throw new IllegalArgumentException("not an answer: " + answer, e);
    }
  }

  private static String text(Json json, String pointer) {
    return json.at(pointer)
        .map(value -> value instanceof JsonText(String text) ? text : "")
        .orElse("");
  }

  /** Whether it was done, now or at an earlier sending. */
  public boolean isDone() {
    return status < 300;
  }

  /** Whether the same request, sent again, may be answered otherwise although nothing else is. */
  public boolean asksToSendAgain() {
    return status >= 500 && (!label.equals("TOO_BUSY") || isAboutOthers());
  }

  private boolean isAboutOthers() {
    return message.contains("at once; try again") || message.contains("is being rebalanced");
  }

  /** What another run has to answer too. */
  public String outcome() {
    return isDone() ? "done" : status + " " + label;
  }
}
