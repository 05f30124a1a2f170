package venue.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** What clients send, as the document means it. */
final class Sent {

  private Sent() {}

  /** What a parameter, always a text, can be read as. */
  static List<JsonNode> readings(String text) {
    List<JsonNode> readings = new ArrayList<>(List.of(TextNode.valueOf(text)));
    if (text.matches("-?[0-9]+(\\.[0-9]+)?")) {
      readings.add(DecimalNode.valueOf(new BigDecimal(text)));
    }
    if (text.equals("true") || text.equals("false")) {
      readings.add(BooleanNode.valueOf(text.equals("true")));
    }
    return readings;
  }

  /** A body without the fields that count as absent: null, or an empty text. */
  static JsonNode present(JsonNode body) {
    if (body instanceof ObjectNode object) {
      ObjectNode present = JsonNodeFactory.instance.objectNode();
      object
          .properties()
          .forEach(
              field -> {
                if (!isAbsent(field.getValue())) {
                  present.set(field.getKey(), present(field.getValue()));
                }
              });
      return present;
    }
    if (body instanceof ArrayNode array) {
      ArrayNode present = JsonNodeFactory.instance.arrayNode();
      array.forEach(element -> present.add(present(element)));
      return present;
    }
    return body;
  }

  private static boolean isAbsent(JsonNode value) {
    return value.isNull() || (value.isTextual() && value.textValue().isEmpty());
  }

  /** A body without those elements of a list that were refused each by itself. */
  static JsonNode done(JsonNode body, JsonNode answer) {
    if (!body.isArray()) {
      return body;
    }
    ArrayNode done = JsonNodeFactory.instance.arrayNode();
    for (int i = 0; i < body.size(); i++) {
      if (answer.path(i).path("succeeded").asBoolean()) {
        done.add(body.get(i));
      }
    }
    return done;
  }
}
