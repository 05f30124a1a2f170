package venue.orderplacement;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.function.IntConsumer;
import venue.function.Environment;
import venue.function.TestVenue;
import venue.function.TestVenue.Answer;
import venue.store.InterruptedClient;
import venue.wire.json.JsonObject;
import venue.wire.json.JsonText;

/** Sends the function under test what a client sends. */
record Placing(TestVenue venue, OrderPlacement function) {

  static Placing at(TestVenue venue) {
    return new Placing(venue, new OrderPlacement(venue.environment(Map.of())));
  }

  /**
   * The same, to which something happens before a transaction.
   *
   * @param before is told that the first, second, … transaction comes; it may throw
   */
  static Placing interrupted(TestVenue venue, IntConsumer before) {
    Environment given = venue.environment(Map.of());
    return new Placing(
        venue,
        new OrderPlacement(
            new Environment(
                given.variables(),
                InterruptedClient.around(given.dynamoDb(), before),
                given.wallTime(),
                given.venueTime(),
                given.random())));
  }

  Answer order(long size) throws Exception {
    return order(
        "{\"contract\":\"BTC_USDT\",\"size\":" + size + ",\"price\":\"0\",\"tif\":\"ioc\"}");
  }

  Answer order(String body) throws Exception {
    return venue.call(function, "place-order.json", Map.of("body", new JsonText(body)));
  }

  /** A limit order without a label. */
  Answer limit(long size, String price, String tif) throws Exception {
    return order(
        "{\"contract\":\"BTC_USDT\",\"size\":%d,\"price\":\"%s\",\"tif\":\"%s\"}"
            .formatted(size, price, tif));
  }

  Answer amend(String id, String body) throws Exception {
    return venue.call(
        function,
        "place-order.json",
        Map.of(
            "routeKey",
            new JsonText("PUT /api/v4/futures/{settle}/orders/{order_id}"),
            "rawPath",
            new JsonText("/api/v4/futures/usdt/orders/" + id),
            "pathParameters",
            JsonObject.builder().put("settle", "usdt").put("order_id", id).build(),
            "body",
            new JsonText(body)));
  }

  Answer margin(String change) throws Exception {
    return venue.call(
        function,
        "place-order.json",
        Map.of(
            "routeKey",
            new JsonText("POST /api/v4/futures/{settle}/positions/{contract}/margin"),
            "rawPath",
            new JsonText("/api/v4/futures/usdt/positions/BTC_USDT/margin"),
            "rawQueryString",
            new JsonText("change=" + change),
            "pathParameters",
            JsonObject.builder().put("settle", "usdt").put("contract", "BTC_USDT").build(),
            "body",
            new JsonText("")));
  }

  /** A request without a body to a path below the account's futures. */
  Answer post(String route, String path, Map<String, String> names, String query) throws Exception {
    JsonObject.Builder parameters = JsonObject.builder().put("settle", "usdt");
    names.forEach(parameters::put);
    return venue.call(
        function,
        "place-order.json",
        Map.of(
            "routeKey",
            new JsonText("POST /api/v4/futures/{settle}/" + route),
            "rawPath",
            new JsonText("/api/v4/futures/usdt/" + path),
            "rawQueryString",
            new JsonText(query),
            "pathParameters",
            parameters.build(),
            "body",
            new JsonText("")));
  }

  /** Whether the account holds a long and a short position in a market. */
  Answer dualMode(boolean dual) throws Exception {
    return post("dual_mode", "dual_mode", Map.of(), "dual_mode=" + dual);
  }

  /** A change of both positions in the market, or of one. */
  Answer dual(String change, String query) throws Exception {
    return post(
        "dual_comp/positions/{contract}/" + change,
        "dual_comp/positions/BTC_USDT/" + change,
        Map.of("contract", "BTC_USDT"),
        query);
  }

  /** A market order that must not be received later than so many ms of wall time. */
  Answer orderBefore(long millis) throws Exception {
    return venue.call(
        function,
        "place-order.json",
        Map.of(
            "headers", JsonObject.builder().put("x-gate-exptime", Long.toString(millis)).build()));
  }

  /** A list sent to {@code batch_orders}, {@code batch_amend_orders} or the like. */
  Answer batch(String collection, String body) throws Exception {
    return venue.call(
        function,
        "place-order.json",
        Map.of(
            "routeKey",
            new JsonText("POST /api/v4/futures/{settle}/" + collection),
            "rawPath",
            new JsonText("/api/v4/futures/usdt/" + collection),
            "body",
            new JsonText(body)));
  }

  Answer units(String body) throws Exception {
    return venue.call(function, "buy-units.json", Map.of("body", new JsonText(body)));
  }

  /** A price order of the event with another initial order and trigger. */
  Answer priceOrder(String initial, String trigger) throws Exception {
    String body =
        "{\"initial\":{\"contract\":\"BTC_USDT\",\"price\":\"0\",\"tif\":\"ioc\",%s},\"trigger\":{%s}}"
            .formatted(initial, trigger);
    return venue.call(function, "place-price-order.json", Map.of("body", new JsonText(body)));
  }

  Answer cancelPriceOrder(String id) throws Exception {
    return cancel("cancel-price-order.json", "price_orders", id);
  }

  Answer cancelOrder(String id) throws Exception {
    return cancel("cancel-order.json", "orders", id);
  }

  Answer cancelUnitOrder(String id) throws Exception {
    return venue.call(
        function,
        "cancel-order.json",
        Map.of(
            "routeKey",
            new JsonText("DELETE /api/v4/smart_leverage/{settle}/orders/{order_id}"),
            "rawPath",
            new JsonText("/api/v4/smart_leverage/usdt/orders/" + id),
            "pathParameters",
            JsonObject.builder().put("settle", "usdt").put("order_id", id).build()));
  }

  private Answer cancel(String event, String collection, String id) throws Exception {
    return venue.call(
        function,
        event,
        Map.of(
            "rawPath",
            new JsonText("/api/v4/futures/usdt/" + collection + "/" + id),
            "pathParameters",
            JsonObject.builder().put("settle", "usdt").put("order_id", id).build()));
  }

  Answer cancelAll(String collection) throws Exception {
    return cancelAll(collection, "contract=BTC_USDT");
  }

  Answer cancelAll(String collection, String query) throws Exception {
    return venue.call(
        function,
        "cancel-price-order.json",
        Map.of(
            "routeKey",
            new JsonText("DELETE /api/v4/futures/{settle}/" + collection),
            "rawPath",
            new JsonText("/api/v4/futures/usdt/" + collection),
            "rawQueryString",
            new JsonText(query),
            "pathParameters",
            JsonObject.builder().put("settle", "usdt").build()));
  }

  /**
   * Anything else below the futures settled in USDT.
   *
   * @param route method and path template
   * @param named what stands for the names in the template
   */
  Answer send(String route, Map<String, String> named, String query, String body) throws Exception {
    String method = route.substring(0, route.indexOf(' '));
    String template = "/api/v4/futures/{settle}" + route.substring(route.indexOf('/'));
    JsonObject.Builder parameters = JsonObject.builder().put("settle", "usdt");
    named.forEach(parameters::put);
    String path = template.replace("{settle}", "usdt");
    for (Map.Entry<String, String> each : named.entrySet()) {
      path = path.replace("{" + each.getKey() + "}", each.getValue());
    }
    return venue.call(
        function,
        "place-order.json",
        Map.of(
            "routeKey",
            new JsonText(method + " " + template),
            "rawPath",
            new JsonText(path),
            "rawQueryString",
            new JsonText(query),
            "pathParameters",
            parameters.build(),
            "body",
            new JsonText(body)));
  }

  static void assertRefused(Answer answer, int status, String label, String field) {
    assertThat(answer.text("/label")).isEqualTo(label);
    assertThat(answer.status()).isEqualTo(status);
    assertThat(answer.text("/message")).contains(field);
  }
}
