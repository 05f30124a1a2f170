package venue.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import venue.domain.Reason;
import venue.domain.Refusal;
import venue.local.template.Function;
import venue.local.template.Route;
import venue.local.template.TemplateReader;
import venue.openapi.OpenApi;
import venue.wire.ApiError;

/** The document that the venue serves, by itself and beside the template. */
class OpenApiTest {
  private static final Path ROOT = Path.of(System.getProperty("venue.root"));
  private static final String META_SCHEMA = "/spec.openapis.org/oas/3.1/schema/2022-10-07";

  private final OpenApi openApi = OpenApi.read();

  @Test
  void everyRouteHasItsOperationAndEveryOperationItsRoute() {
    Map<String, String> routes = new TreeMap<>();
    TemplateReader.read(ROOT.resolve("template.yaml"), Map.of()).functions().stream()
        .map(Function::routes)
        .flatMap(List::stream)
        .forEach(route -> routes.put(route.key(), authorisation(route)));
    Map<String, String> operations = new TreeMap<>();
    operations().forEach((key, operation) -> operations.put(key, security(operation)));
    assertThat(operations).isEqualTo(routes);
  }

  private static String authorisation(Route route) {
    if (route.iam()) {
      return "administrator";
    }
    return route.function().equals("MarketQuery") ? "" : "key timestamp sign";
  }

  private String security(JsonNode operation) {
    JsonNode own = operation.path("security");
    JsonNode schemes = own.isMissingNode() ? openApi.document().path("security") : own;
    List<String> names = new ArrayList<>();
    schemes.path(0).fieldNames().forEachRemaining(names::add);
    return String.join(" ", names);
  }

  @Test
  void isAnOpenApiDocument() throws IOException {
    try (InputStream schema =
        Objects.requireNonNull(OpenApiTest.class.getResourceAsStream(META_SCHEMA))) {
      Schema valid =
          SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
              .getSchema(
                  new String(schema.readAllBytes(), StandardCharsets.UTF_8), InputFormat.JSON);
      assertThat(valid.validate(openApi.document())).isEmpty();
    }
  }

  @Test
  void everySchemaCompilesAndEveryReferenceLeadsSomewhere() {
    each(openApi.document(), openApi::resolved);
    List<JsonNode> schemas = openApi.document().findValues("schema");
    openApi.document().at("/components/schemas").forEach(schemas::add);
    for (JsonNode schema : schemas) {
      assertThatCode(() -> openApi.schema(schema.toString(), schema))
          .as(schema.toString())
          .doesNotThrowAnyException();
    }
  }

  @Test
  void everyComponentIsUsed() {
    Set<String> used = new TreeSet<>();
    each(openApi.document(), node -> used.add(node.path("$ref").asText()));
    used.remove("");
    Set<String> components = new TreeSet<>();
    for (String kind : List.of("parameters", "responses", "schemas")) {
      openApi
          .document()
          .path("components")
          .path(kind)
          .fieldNames()
          .forEachRemaining(name -> components.add("#/components/" + kind + "/" + name));
    }
    assertThat(used).isEqualTo(components);
  }

  @Test
  void everyOperationHasANameOfItsOwnAndATagOfTheList() {
    List<String> names =
        operations().values().stream()
            .map(operation -> operation.path("operationId").asText())
            .toList();
    assertThat(names).doesNotHaveDuplicates().doesNotContain("");
    List<String> tags = openApi.document().path("tags").findValuesAsText("name");
    assertThat(operations().values())
        .allMatch(operation -> tags.contains(operation.path("tags").path(0).asText()));
  }

  @Test
  void everyLabelOfARefusalStandsUnderItsStatus() {
    Map<Integer, Set<String>> given = new TreeMap<>();
    for (Reason reason : Reason.values()) {
      ApiError error = ApiError.of(new Refusal(reason, ""));
      given.computeIfAbsent(error.status(), status -> new TreeSet<>()).add(error.label());
    }
    for (ApiError error :
        List.of(
            ApiError.missingHeader("", ""),
            ApiError.invalidKey(),
            ApiError.invalidSignature(),
            ApiError.requestExpired(""),
            ApiError.internal())) {
      given.computeIfAbsent(error.status(), status -> new TreeSet<>()).add(error.label());
    }
    Map<Integer, Set<String>> documented = new TreeMap<>();
    for (JsonNode operation : operations().values()) {
      operation.path("responses").properties().stream()
          .filter(answer -> !answer.getKey().equals("409"))
          .forEach(
              answer ->
                  openApi
                      .resolved(answer.getValue())
                      .at("/content/application~1json/schema/properties/label/enum")
                      .forEach(
                          label ->
                              documented
                                  .computeIfAbsent(
                                      Integer.valueOf(answer.getKey()), status -> new TreeSet<>())
                                  .add(label.asText())));
    }
    assertThat(documented).isEqualTo(given);
  }

  private Map<String, JsonNode> operations() {
    Map<String, JsonNode> operations = new TreeMap<>();
    openApi
        .document()
        .path("paths")
        .properties()
        .forEach(
            path ->
                path.getValue()
                    .properties()
                    .forEach(
                        method ->
                            operations.put(
                                method.getKey().toUpperCase(Locale.ROOT) + " " + path.getKey(),
                                method.getValue())));
    return operations;
  }

  private static void each(JsonNode node, Consumer<JsonNode> look) {
    look.accept(node);
    Stream.of(node).flatMap(JsonNode::valueStream).forEach(child -> each(child, look));
  }
}
