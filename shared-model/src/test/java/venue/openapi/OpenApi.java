package venue.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** The OpenAPI document that the venue serves, with schemas that can be applied. */
public final class OpenApi {
  private static final String COMPONENTS = "components";

  private final JsonNode document;
  private final SchemaRegistry registry =
      SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);
  private final Map<String, Schema> compiled = new ConcurrentHashMap<>();

  public OpenApi(JsonNode document) {
    this.document = document;
  }

  /** The document as it stands beside the sources. */
  public static OpenApi read() {
    Path file =
        Path.of(
            System.getProperty("venue.root"),
            "functions/market-query/src/main/resources/openapi.json");
    try {
      return new OpenApi(JsonTree.parse(Files.readString(file)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public JsonNode document() {
    return document;
  }

  /** The operation of a method in capitals and a path template. */
  public Optional<Operation> operation(String method, String path) {
    JsonNode operation = document.path("paths").path(path).path(method.toLowerCase(Locale.ROOT));
    return operation.isMissingNode()
        ? Optional.empty()
        : Optional.of(new Operation(this, method + " " + path, operation));
  }

  /** What a node stands for: where it is a reference, what that leads to. */
  public JsonNode resolved(JsonNode node) {
    String reference = node.path("$ref").asText();
    if (reference.isEmpty()) {
      return node;
    }
    JsonNode target = document.at(reference.substring(1));
    if (target.isMissingNode()) {
      throw new IllegalStateException("nothing is at " + reference);
    }
    return target;
  }

  /**
   * A schema of the document, ready to be applied.
   *
   * @param place where it stands, one name for one schema
   */
  public Schema schema(String place, JsonNode schema) {
    return compiled.computeIfAbsent(place, name -> compile(name, schema));
  }

  // As a document of its own, with the components beside it that its references lead to.
  private Schema compile(String place, JsonNode schema) {
    ObjectNode whole = JsonNodeFactory.instance.objectNode();
    whole.setAll((ObjectNode) schema);
    whole.set(COMPONENTS, document.path(COMPONENTS));
    UUID name = UUID.nameUUIDFromBytes(place.getBytes(StandardCharsets.UTF_8));
    Schema made = registry.getSchema(SchemaLocation.of("urn:uuid:" + name), whole);
    made.initializeValidators();
    return made;
  }
}
