package venue.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import venue.local.prices.RecordedPrice;
import venue.local.prices.Recording;
import venue.store.Schema.RequiredIndex;

class VenueTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Recording RECORDING =
      new Recording(
          "BTC_USDT",
          List.of(
              new RecordedPrice(Instant.ofEpochSecond(1_000), new BigDecimal("780.5")),
              new RecordedPrice(Instant.ofEpochSecond(900_000), new BigDecimal("900"))));

  @TempDir Path directory;
  private final Opened opened = new Opened();
  private final HttpClient http = opened.add(HttpClient.newHttpClient());

  @AfterEach
  void close() {
    opened.close();
  }

  private VenueOptions options(TestTemplate template) {
    return VenueOptions.of(template.writtenTo(directory), List.of(RECORDING)).atSpeed(60);
  }

  private Venue open(VenueOptions options) {
    return opened.add(new Venue(options));
  }

  private HttpResponse<String> send(HttpRequest.Builder request)
      throws IOException, InterruptedException {
    return http.send(request.build(), BodyHandlers.ofString());
  }

  private static HttpRequest.Builder request(Venue venue, String pathAndQuery) {
    return HttpRequest.newBuilder(URI.create(venue.address() + pathAndQuery));
  }

  private JsonNode json(HttpRequest.Builder request) throws IOException, InterruptedException {
    return JSON.readTree(send(request).body());
  }

  @Test
  void givesAFunctionTheRequestAsApiGatewayDoes() throws Exception {
    Venue venue = open(options(TestTemplate.asItIs()));

    HttpResponse<String> response =
        send(
            request(venue, "/v1/us%20dt/orders?b=2&a=1%2C5")
                .header("Content-Type", "application/json")
                .header("KEY", "k")
                .POST(BodyPublishers.ofString("{\"size\":1}")));

    assertThat(response.statusCode()).isEqualTo(201);
    assertThat(response.headers().firstValue("x-function")).hasValue("echo");
    JsonNode event = JSON.readTree(response.body()).get("event");
    assertThat(event.get("version").asText()).isEqualTo("2.0");
    assertThat(event.get("routeKey").asText()).isEqualTo("POST /v1/{settle}/orders");
    assertThat(event.get("rawPath").asText()).isEqualTo("/v1/us%20dt/orders");
    assertThat(event.get("rawQueryString").asText()).isEqualTo("b=2&a=1%2C5");
    assertThat(event.at("/queryStringParameters/a").asText()).isEqualTo("1,5");
    assertThat(event.at("/pathParameters/settle").asText()).isEqualTo("us dt");
    assertThat(event.at("/headers/key").asText()).isEqualTo("k");
    assertThat(event.at("/requestContext/http/method").asText()).isEqualTo("POST");
    assertThat(event.at("/requestContext/http/sourceIp").asText()).isEqualTo("127.0.0.1");
    assertThat(event.get("body").asText()).isEqualTo("{\"size\":1}");
    assertThat(event.get("isBase64Encoded").asBoolean()).isFalse();
  }

  @Test
  void encodesABodyThatIsNotText() throws Exception {
    Venue venue = open(options(TestTemplate.asItIs()));

    JsonNode event =
        json(request(venue, "/v1/usdt/orders")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("a=1")))
            .get("event");

    assertThat(event.get("isBase64Encoded").asBoolean()).isTrue();
    assertThat(event.get("body").binaryValue()).asString().isEqualTo("a=1");
  }

  @Test
  void givesNoBodyWhereTheRequestHasNone() throws Exception {
    Venue venue = open(options(TestTemplate.asItIs()));

    assertThat(json(request(venue, "/v1/usdt/orders")).get("event").has("body")).isFalse();
  }

  @Test
  void givesAFunctionItsVariablesAsTheTemplateSays() throws Exception {
    Venue venue = open(options(TestTemplate.asItIs()));

    JsonNode variables = json(request(venue, "/v1/usdt/orders")).get("variables");

    assertThat(variables.get("ORDERS_PATH").asText()).isEqualTo("/v1/{settle}/orders");
    assertThat(variables.get("CALLS_TABLE").asText()).isEqualTo("Calls");
    assertThat(variables.get("COMMON").asText()).isEqualTo("globals");
    assertThat(variables.get("QUORUM").asText()).isEqualTo("1");
    assertThat(variables.get("QUEUE_ARN").asText()).endsWith(":Messages");
    assertThat(variables.get("TITLE").asText()).isEqualTo("Calls of local");
    assertThat(JSON.readTree(variables.get("SOURCES").asText()).at("/0/name").asText())
        .isEqualTo("recorded");
  }

  @Test
  void answersThePriceAtTheUrlItGivesItsFunctions() throws Exception {
    Venue venue = open(options(TestTemplate.asItIs()));
    JsonNode variables = json(request(venue, "/v1/usdt/orders")).get("variables");
    JsonNode source = JSON.readTree(variables.get("SOURCES").asText()).get(0);
    String url = source.get("url").asText().replace("{base}", "BTC").replace("{quote}", "USDT");

    JsonNode answer = json(HttpRequest.newBuilder(URI.create(url)));

    assertThat(answer.at(source.get("price").asText()).asText()).isEqualTo("780.5");
    assertThat(answer.at(source.get("time").asText()).asLong())
        .isEqualTo(venue.start().toEpochMilli());
  }

  @Test
  void followsTheTemplateWhenARouteIsRenamed() throws Exception {
    Venue venue =
        open(options(TestTemplate.asItIs().replacing("/v1/{settle}/orders", "/v2/{c}/trades")));

    assertThat(send(request(venue, "/v1/usdt/orders")).statusCode()).isEqualTo(404);
    assertThat(json(request(venue, "/v2/usdt/trades")).at("/event/pathParameters/c").asText())
        .isEqualTo("usdt");
  }

  @Test
  void followsTheTemplateWhenATableIsRenamed() throws Exception {
    Venue venue =
        open(
            options(
                TestTemplate.asItIs()
                    .replacing("  Calls:", "  Rings:")
                    .replacing("!Ref Calls", "!Ref Rings")
                    .replacing("${Calls}", "${Rings}")));

    assertThat(venue.dynamoDb().listTables().tableNames()).containsExactly("Rings");
    assertThat(json(request(venue, "/v1/usdt/orders")).at("/variables/CALLS_TABLE").asText())
        .isEqualTo("Rings");
  }

  @Test
  void asksForTheAdminTokenWhereTheTemplateAsksForIam() throws Exception {
    Venue venue = open(options(TestTemplate.asItIs()));

    HttpResponse<String> without = send(request(venue, "/admin/house"));
    assertThat(without.statusCode()).isEqualTo(403);
    assertThat(without.body()).isEqualTo("{\"message\":\"Forbidden\"}");
    HttpResponse<String> with =
        send(
            request(venue, "/admin/house").header("Authorization", "Bearer " + venue.adminToken()));
    assertThat(with.statusCode()).isEqualTo(201);
  }

  @Test
  void answersAsApiGatewayWhereThereIsNoRoute() throws Exception {
    Venue venue = open(options(TestTemplate.asItIs()));

    HttpResponse<String> response = send(request(venue, "/nowhere"));

    assertThat(response.statusCode()).isEqualTo(404);
    assertThat(response.body()).isEqualTo("{\"message\":\"Not Found\"}");
  }

  @Test
  void showsFunctionsTheStoreAsItIsToldToWrapIt() throws Exception {
    AtomicInteger wrapped = new AtomicInteger();
    Venue venue =
        open(
            options(TestTemplate.asItIs())
                .wrappingStore(
                    store -> {
                      wrapped.incrementAndGet();
                      return store;
                    }));

    assertThat(wrapped).hasValue(1);
    assertThat(send(request(venue, "/v1/usdt/orders")).statusCode()).isEqualTo(201);
  }

  @Test
  void refusesABodyAboveOneMebibyte() throws Exception {
    Venue venue = open(options(TestTemplate.asItIs()));

    HttpResponse<String> response =
        send(
            request(venue, "/v1/usdt/orders")
                .POST(BodyPublishers.ofByteArray(new byte[(1 << 20) + 1])));

    assertThat(response.statusCode()).isEqualTo(413);
  }

  @Test
  void refusesAPortInUse() {
    Venue venue = open(options(TestTemplate.asItIs()));
    int port = URI.create(venue.address()).getPort();

    assertThatThrownBy(() -> open(options(TestTemplate.asItIs()).onPort(port)))
        .isInstanceOf(StartRefused.class)
        .hasMessage("port %d is in use; choose another with --port or PORT", port);
  }

  @Test
  void refusesToStartWithoutAnIndexItNeeds() {
    VenueOptions options =
        options(TestTemplate.asItIs().replacing("IndexName: ByCall", "IndexName: Other"))
            .requiring(List.of(new RequiredIndex("CALLS_TABLE", "ByCall", "call", "time")));

    assertThatThrownBy(() -> open(options))
        .isInstanceOf(StartRefused.class)
        .hasMessage("template.yaml: Calls needs the index ByCall on call and time");
  }

  @Test
  void refusesToStartWithAnIndexThatDoesNotHoldWhatIsRead() {
    VenueOptions options =
        options(TestTemplate.asItIs())
            .requiring(
                List.of(
                    new RequiredIndex("CALLS_TABLE", "ByCall", "call", "time", List.of("body"))));

    assertThatThrownBy(() -> open(options))
        .isInstanceOf(StartRefused.class)
        .hasMessage("template.yaml: Calls needs the index ByCall on call and time including body");
  }

  @Test
  void refusesAFunctionWhoseClassIsNotThere() {
    VenueOptions options =
        options(TestTemplate.asItIs().replacing("testfunction.Echo", "testfunction.Gone"));

    assertThatThrownBy(() -> open(options))
        .isInstanceOf(StartRefused.class)
        .hasMessage(
            "template.yaml: Echo.Properties.Handler names venue.local.testfunction.Gone,"
                + " which is not there");
  }

  @Test
  void startsASecondVenueOnTheSameStore() {
    Venue first = open(options(TestTemplate.asItIs()));

    Venue second = open(options(TestTemplate.asItIs()).onStore(first.dynamoDb()));

    assertThat(second.dynamoDb()).isSameAs(first.dynamoDb());
    assertThat(second.address()).isNotEqualTo(first.address());
  }
}
