package venue.function;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import venue.wire.Events;
import venue.wire.HttpResponse;
import venue.wire.json.Json;
import venue.wire.json.JsonObject;
import venue.wire.json.JsonText;
import venue.wire.json.MalformedJson;

class HttpFunctionTest {
  private static final String ORDERS = "/api/v4/futures/{settle}/orders";
  private static final Routes ROUTES =
      new Routes().on("POST", ORDERS, request -> HttpResponse.ok(new JsonText(request.body())));

  private final RecordedContext context = new RecordedContext();

  @Test
  void aRequestIsAnsweredByTheEndpointOfItsRoute() throws IOException, MalformedJson {
    Json answer = serve(ROUTES, "place-order.json");
    assertThat(status(answer)).isEqualTo("200");
    assertThat(text(answer, "/body")).contains("BTC_USDT");
    assertThat(context.lines()).isEmpty();
  }

  @Test
  void theClientsRequestIdIsSentBack() throws IOException, MalformedJson {
    Json answer = serve(ROUTES, "place-order.json");
    assertThat(text(answer, "/headers/x-client-request-id")).isEqualTo("7a1c");
    assertThat(serve(ROUTES, "no-body.json").at("/headers/x-client-request-id")).isEmpty();
  }

  @Test
  void anUnknownPathIsNotFoundAndAnotherMethodNotAllowed() throws IOException, MalformedJson {
    Json unknown = serve(ROUTES, "no-body.json");
    assertThat(status(unknown)).isEqualTo("404");
    assertThat(text(unknown, "/body")).contains("\"label\":\"NOT_FOUND\"");
    Json otherMethod = serve(ROUTES, "query-with-encoding.json");
    assertThat(status(otherMethod)).isEqualTo("405");
    assertThat(text(otherMethod, "/body")).contains("\"label\":\"METHOD_NOT_ALLOWED\"");
  }

  @Test
  void anEndpointThatThrowsIsAnswered500AndLoggedInOneLineWithoutSecrets()
      throws IOException, MalformedJson {
    Routes failing =
        new Routes()
            .on(
                "POST",
                ORDERS,
                request -> {
                  throw new IllegalStateException(
                      request.body(), new ArithmeticException(request.headers().toString()));
                });
    Json answer = serve(failing, "place-order.json");
    assertThat(status(answer)).isEqualTo("500");
    assertThat(text(answer, "/body")).contains("\"label\":\"INTERNAL\"").doesNotContain("BTC");
    assertThat(text(answer, "/headers/x-client-request-id")).isEqualTo("7a1c");
    assertThat(context.lines()).hasSize(1);
    String line = context.lines().getFirst();
    assertThat(line).endsWith("}\n").containsOnlyOnce("\n");
    JsonObject logged = (JsonObject) Json.parse(line);
    assertThat(text(logged, "/route")).isEqualTo(ORDERS);
    assertThat(text(logged, "/exceptions/0")).isEqualTo("java.lang.IllegalStateException");
    assertThat(text(logged, "/exceptions/1")).isEqualTo("java.lang.ArithmeticException");
    assertThat(text(logged, "/at/0")).contains("HttpFunctionTest");
    assertThat(line).doesNotContain("BTC_USDT").doesNotContain("1700000000");
  }

  @Test
  void sizesAreTextsWhereTheClientAsksForThemSo() throws IOException, MalformedJson {
    Json order = Json.parse("{\"id\":7,\"size\":-3,\"left\":0,\"inner\":[{\"s\":5,\"p\":\"1\"}]}");
    Routes routes = new Routes().on("POST", ORDERS, request -> HttpResponse.ok(order));
    assertThat(text(serve(routes, "place-order.json"), "/body")).isEqualTo(order.write());
    assertThat(text(serve(routes, "place-order.json", "x-gate-size-decimal", "1"), "/body"))
        .isEqualTo(
            "{\"id\":7,\"size\":\"-3\",\"left\":\"0\",\"inner\":[{\"s\":\"5\",\"p\":\"1\"}]}");
    assertThat(text(serve(routes, "place-order.json", "x-gate-size-decimal", "0"), "/body"))
        .isEqualTo(order.write());
  }

  @Test
  void anEventThatCannotBeReadIsNotAnswered() {
    ByteArrayOutputStream output = new ByteArrayOutputStream();
    InputStream event = new ByteArrayInputStream("{}".getBytes(StandardCharsets.UTF_8));
    assertThatThrownBy(() -> new HttpFunction(ROUTES).serve(event, output, context))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(output.size()).isZero();
  }

  @Test
  void aRouteHasOneEndpointAndRoutesDoNotChange() {
    assertThatThrownBy(() -> ROUTES.on("POST", ORDERS, _ -> HttpResponse.ok(new JsonText(""))))
        .isInstanceOf(IllegalArgumentException.class);
    Routes none = new Routes();
    assertThat(none.on("GET", "/x", _ -> HttpResponse.ok(new JsonText("")))).isNotSameAs(none);
  }

  private Json serve(Routes routes, String event) throws IOException, MalformedJson {
    ByteArrayOutputStream output = new ByteArrayOutputStream();
    try (InputStream input = Events.open(event)) {
      new HttpFunction(routes).serve(input, output, context);
    }
    return Json.parse(output.toString(StandardCharsets.UTF_8));
  }

  private Json serve(Routes routes, String event, String header, String value)
      throws IOException, MalformedJson {
    ByteArrayOutputStream output = new ByteArrayOutputStream();
    try (InputStream file = Events.open(event)) {
      String given = new String(file.readAllBytes(), StandardCharsets.UTF_8);
      String more = "\"headers\": {\"" + header + "\": \"" + value + "\",";
      InputStream input =
          new ByteArrayInputStream(
              given.replace("\"headers\": {", more).getBytes(StandardCharsets.UTF_8));
      new HttpFunction(routes).serve(input, output, context);
    }
    return Json.parse(output.toString(StandardCharsets.UTF_8));
  }

  private static String status(Json answer) {
    return answer.at("/statusCode").orElseThrow().write();
  }

  private static String text(Json json, String pointer) {
    return ((JsonText) json.at(pointer).orElseThrow()).text();
  }
}
