package venue.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import venue.function.RecordedContext;
import venue.wire.HttpResponse;
import venue.wire.json.Json;
import venue.wire.json.JsonObject;
import venue.wire.json.MalformedJson;

class CheckedFunctionTest {
  private static final String TIME = "GET /api/v4/spot/time";
  private static final String CONTRACTS = "GET /api/v4/futures/{settle}/contracts";
  private static final String ORDERS = "POST /api/v4/futures/{settle}/batch_cancel_orders";
  private static final String REFUSED =
      "{\"id\":\"x\",\"user_id\":1,\"succeeded\":false,\"message\":\"ORDER_NOT_FOUND: order_id\"}";

  /** What deviates when a function answers so to a request. */
  private static List<String> deviations(
      String route, String query, String body, int status, String answer) throws Exception {
    Json event =
        JsonObject.builder()
            .put("routeKey", route)
            .put("rawPath", "/")
            .put("rawQueryString", query)
            .put("body", body)
            .put("pathParameters", JsonObject.builder().put("settle", "usdt").build())
            .put(
                "requestContext",
                JsonObject.builder()
                    .put(
                        "http",
                        JsonObject.builder()
                            .put("method", route.substring(0, route.indexOf(' ')))
                            .build())
                    .build())
            .build();
    return passed(event.write(), HttpResponse.of(status, Json.parse(answer)));
  }

  private static List<String> passed(String event, HttpResponse answer) throws IOException {
    List<String> deviations = new ArrayList<>();
    ByteArrayOutputStream answered = new ByteArrayOutputStream();
    new CheckedFunction((asked, out, context) -> answer.writeTo(out), deviations::add)
        .handleRequest(
            new ByteArrayInputStream(event.getBytes(StandardCharsets.UTF_8)),
            answered,
            new RecordedContext());
    assertThat(answered.size()).as("the answer comes through").isPositive();
    return deviations;
  }

  @Test
  void anAnswerAsDocumentedDeviatesInNothing() throws Exception {
    assertThat(deviations(TIME, "", "", 200, "{\"server_time\":1}")).isEmpty();
    assertThat(deviations(CONTRACTS, "limit=10&limit=0&other=1", "", 200, "[]")).isEmpty();
  }

  @Test
  void aFieldMoreAFieldLessAndAnotherTypeDeviate() throws Exception {
    for (String answer :
        List.of("{\"server_time\":1,\"zone\":\"UTC\"}", "{}", "{\"server_time\":\"1\"}", "[]")) {
      assertThat(deviations(TIME, "", "", 200, answer))
          .as(answer)
          .singleElement()
          .asString()
          .contains("GET /api/v4/spot/time answered 200");
    }
  }

  @Test
  void aFieldMoreInAnOrderDeviates() throws Exception {
    String order =
        """
        {"id":1,"user":1,"contract":"BTC_USDT","iceberg":0,"price":"990","tif":"gtc","text":"api",
        "close":false,"is_close":false,"reduce_only":false,"is_reduce_only":false,"is_liq":false,
        "tkfr":"0.0005","mkfr":"0.0005","refu":0,"stp_id":0,"stp_act":"-","amend_text":"-",
        "create_time":1.000,"update_time":1.000,"size":1,"left":1,"fill_price":"0","status":"open"%s}
        """;
    String route = "GET /api/v4/futures/{settle}/orders_timerange";
    assertThat(deviations(route, "", "", 200, "[" + order.formatted("") + "]")).isEmpty();
    for (String more : List.of(",\"pid\":1", ",\"finish_as\":\"ioc\"", ",\"fee\":\"1\"")) {
      assertThat(deviations(route, "", "", 200, "[" + order.formatted(more) + "]"))
          .as(more)
          .hasSize(1);
    }
  }

  @Test
  void aSizeIsAWholeNumberOrTheTextOfOne() throws Exception {
    String book =
        """
        {"current":1.000,"update":1.000,"asks":[{"p":"1000","s":%s}],"bids":[]}
        """;
    String route = "GET /api/v4/futures/{settle}/order_book";
    String query = "contract=BTC_USDT";
    for (String size : List.of("2", "\"2\"")) {
      assertThat(deviations(route, query, "", 200, book.formatted(size))).as(size).isEmpty();
    }
    for (String size : List.of("2.5", "\"2.0\"", "\"\"", "null")) {
      assertThat(deviations(route, query, "", 200, book.formatted(size))).as(size).hasSize(1);
    }
  }

  @Test
  void aStatusOrALabelThatIsNotDocumentedDeviates() throws Exception {
    String error = "{\"label\":\"%s\",\"message\":\"limit\"}";
    assertThat(deviations(CONTRACTS, "", "", 400, error.formatted("INVALID_PARAM_VALUE")))
        .isEmpty();
    assertThat(deviations(CONTRACTS, "", "", 400, error.formatted("ORDER_FOK"))).hasSize(1);
    assertThat(deviations(CONTRACTS, "", "", 409, error.formatted("INVALID_PARAM_VALUE")))
        .hasSize(1);
  }

  @Test
  void aRequestThatShouldNotHaveSucceededDeviates() throws Exception {
    assertThat(deviations(CONTRACTS, "limit=1001", "", 200, "[]"))
        .singleElement()
        .asString()
        .contains("limit=1001");
    assertThat(deviations("GET /api/v4/futures/{settle}/candlesticks", "", "", 200, "[]"))
        .singleElement()
        .asString()
        .contains("without the parameter contract");
    assertThat(deviations(ORDERS, "", "[{}]", 200, REFUSED.replace("false", "true"))).hasSize(1);
  }

  @Test
  void anElementOfAListThatWasRefusedByItselfMayHaveAnyForm() throws Exception {
    assertThat(deviations(ORDERS, "", "[{},\"1\"]", 200, "[" + REFUSED + "," + done() + "]"))
        .isEmpty();
  }

  private static String done() {
    return "{\"id\":\"1\",\"user_id\":1,\"succeeded\":true,\"message\":\"\"}";
  }

  @Test
  void anOperationThatIsNotDocumentedMayOnlyBeUnknown() throws Exception {
    assertThat(deviations("GET /other", "", "", 200, "{}")).hasSize(1);
    assertThat(deviations("GET /other", "", "", 404, "{}")).isEmpty();
  }

  @Test
  void eventsOfQueuesPassThrough() throws IOException, MalformedJson {
    assertThat(passed("{\"Records\":[]}", HttpResponse.ok(Json.parse("[]")))).isEmpty();
  }
}
