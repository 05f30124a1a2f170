package venue.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.Schema;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What the document says of one method and path.
 *
 * @param key method and path template, such as {@code GET /api/v4/spot/time}
 */
public record Operation(OpenApi openApi, String key, JsonNode node) {

  /** A parameter as the document has it. */
  record Parameter(String name, String in, boolean required, Schema schema) {}

  List<Parameter> parameters() {
    List<Parameter> parameters = new ArrayList<>();
    for (JsonNode given : node.path("parameters")) {
      JsonNode parameter = openApi.resolved(given);
      String name = parameter.path("name").asText();
      String in = parameter.path("in").asText();
      parameters.add(
          new Parameter(
              name,
              in,
              parameter.path("required").asBoolean(),
              openApi.schema(key + " " + in + " " + name, parameter.path("schema"))));
    }
    return parameters;
  }

  boolean needsBody() {
    return node.path("requestBody").path("required").asBoolean();
  }

  Optional<Schema> body() {
    return content(key + " body", node.path("requestBody"));
  }

  /** The schema of the answer with a status, none if that is not documented. */
  Optional<Schema> answer(int status) {
    JsonNode given = node.path("responses").path(Integer.toString(status));
    return given.isMissingNode()
        ? Optional.empty()
        : content(key + " " + status, openApi.resolved(given));
  }

  private Optional<Schema> content(String place, JsonNode holder) {
    JsonNode schema = holder.path("content").path("application/json").path("schema");
    return schema.isMissingNode() ? Optional.empty() : Optional.of(openApi.schema(place, schema));
  }
}
