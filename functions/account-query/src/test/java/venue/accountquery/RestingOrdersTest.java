package venue.accountquery;

import static org.assertj.core.api.Assertions.assertThat;
import static venue.function.TestTrading.MARKET;
import static venue.function.TestTrading.stop;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import venue.domain.Samples;
import venue.domain.Side;
import venue.domain.resting.RestingOrder.PriceOrder;
import venue.domain.resting.RestingOrder.WaitingOrder;
import venue.domain.resting.RestingOrder.WaitingUnitOrder;
import venue.domain.resting.Trigger;
import venue.domain.smartleverage.UnitOrder;
import venue.function.TestTrading;
import venue.function.TestVenue;
import venue.function.TestVenue.Answer;
import venue.wire.json.Json;
import venue.wire.json.JsonArray;
import venue.wire.json.JsonNumber;
import venue.wire.json.JsonObject;
import venue.wire.json.JsonText;

class RestingOrdersTest {
  private final TestVenue venue = new TestVenue();
  private final TestTrading trading = new TestTrading(venue);
  private final AccountQuery function = new AccountQuery(venue.environment(Map.of()));

  @AfterEach
  void close() {
    venue.close();
  }

  private Answer list(String collection, String query) throws Exception {
    return get("futures", collection, Map.of("settle", "usdt"), query);
  }

  private Answer one(String product, String collection, long id) throws Exception {
    return get(product, collection, Map.of("settle", "usdt", "order_id", Long.toString(id)), "");
  }

  private Answer get(
      String product, String collection, Map<String, String> parameters, String query)
      throws Exception {
    JsonObject.Builder given = JsonObject.builder();
    parameters.forEach(given::put);
    String tail = parameters.containsKey("order_id") ? "/{order_id}" : "";
    String template = "/api/v4/" + product + "/{settle}/" + collection + tail;
    Map<String, Json> replaced =
        Map.of(
            "routeKey", new JsonText("GET " + template),
            "rawPath",
                new JsonText(
                    template
                        .replace("{settle}", "usdt")
                        .replace("{order_id}", parameters.getOrDefault("order_id", ""))),
            "rawQueryString", new JsonText(query),
            "pathParameters", given.build());
    return venue.call(function, "list-price-orders.json", replaced);
  }

  private static WaitingOrder waiting(long id) {
    return new WaitingOrder(id, Samples.reducing(MARKET, -4), 1, TestVenue.NOW);
  }

  private static PriceOrder expired(long id) {
    return new PriceOrder(
        id,
        Samples.closing(MARKET),
        Side.LONG,
        new Trigger(Trigger.Rule.AT_LEAST, Samples.number("1100")),
        Optional.of(TestVenue.NOW),
        1,
        TestVenue.NOW.minusSeconds(60));
  }

  @Test
  void aPositionShowsHowManyLimitOrdersOfItsMarketRest() throws Exception {
    venue.openMarket(Samples.market("ETH_USDT", "1000"));
    trading.buy(10);
    assertThat(list("positions", "").text("/0/pending_orders")).isEqualTo("0");
    trading.rest(TestTrading.bid(91, MARKET));
    trading.rest(TestTrading.bid(92, MARKET));
    trading.rest(TestTrading.bid(93, "ETH_USDT"));
    trading.rest(stop(94, Samples.closing(MARKET), "950"));
    assertThat(list("positions", "").text("/0/pending_orders")).isEqualTo("2");
  }

  @Test
  void listsThePriceOrdersOfTheEvent() throws Exception {
    trading.buy(10);
    trading.rest(stop(9, Samples.reducing(MARKET, -2), "950"));
    Answer answer = venue.call(function, "list-price-orders.json");
    assertThat(answer.text("/0/id")).isEqualTo("9");
    assertThat(answer.text("/0/status")).isEqualTo("open");
    assertThat(answer.text("/0/finish_as")).isEqualTo("absent");
    assertThat(answer.text("/0/initial/contract")).isEqualTo(MARKET);
    assertThat(answer.text("/0/initial/size")).isEqualTo("-2");
    assertThat(answer.text("/0/trigger/price")).isEqualTo("950");
    assertThat(answer.text("/0/trigger/rule")).isEqualTo("2");
    assertThat(answer.text("/1")).isEqualTo("absent");
    assertThat(list("price_orders", "status=open&contract=ETH_USDT").body().write())
        .isEqualTo("[]");
    assertThat(list("orders", "status=open").body().write()).isEqualTo("[]");
    assertThat(one("futures", "price_orders", 9).text("/order_type"))
        .isEqualTo("plan-close-long-position");
  }

  @Test
  void aPriceOrderWhoseTimeHasRunOutIsFinishedThoughItStillRests() throws Exception {
    trading.buy(10);
    trading.rest(expired(9));
    assertThat(trading.state().resting()).hasSize(1);
    assertThat(list("price_orders", "status=open").body().write()).isEqualTo("[]");
    Answer answer = list("price_orders", "status=finished");
    assertThat(answer.text("/0/finish_as")).isEqualTo("expired");
    assertThat(answer.text("/0/trigger/expiration")).isEqualTo("60");
    assertThat(one("futures", "price_orders", 9).text("/status")).isEqualTo("finished");
  }

  @Test
  void whatWentWithItsPositionIsShownSo() throws Exception {
    trading.buy(10);
    trading.rest(stop(9, Samples.closing(MARKET), "950"));
    trading.rest(waiting(10));
    trading.close();
    assertThat(list("price_orders", "status=finished").text("/0/reason"))
        .isEqualTo("position_closed");
    assertThat(one("futures", "price_orders", 9).text("/finish_as")).isEqualTo("cancelled");
    assertThat(one("futures", "price_orders", 9).text("/order_type"))
        .isEqualTo("close-long-position");
    assertThat(one("futures", "orders", 10).text("/finish_as")).isEqualTo("position_closed");
    Answer finished = list("orders", "status=finished");
    assertThat(finished.text("/0/id")).isEqualTo("79");
    assertThat(finished.text("/2/id")).isEqualTo("10");
  }

  @Test
  void aListIsGivenInPartsNewestFirst() throws Exception {
    trading.buy(10);
    trading.rest(TestTrading.bid(91, MARKET));
    trading.rest(TestTrading.bid(92, MARKET));
    trading.rest(TestTrading.bid(93, MARKET));
    trading.rest(stop(94, Samples.closing(MARKET), "950"));
    trading.rest(stop(95, Samples.closing(MARKET), "940"));
    assertThat(ids(list("orders", "status=open"))).containsExactly("93", "92", "91");
    assertThat(ids(list("orders", "status=open&limit=2"))).containsExactly("93", "92");
    assertThat(ids(list("orders", "status=open&limit=2&offset=2"))).containsExactly("91");
    assertThat(ids(list("orders", "status=open&offset=3"))).isEmpty();
    assertThat(ids(list("price_orders", "status=open&limit=1"))).containsExactly("95");
    assertThat(ids(list("price_orders", "status=open&offset=1"))).containsExactly("94");
    assertThat(list("orders", "status=open&limit=0").text("/label"))
        .isEqualTo("INVALID_PARAM_VALUE");
    assertThat(list("price_orders", "status=open&offset=-1").text("/message")).contains("offset");
  }

  @Test
  void theFinishedAreGivenInPartsToo() throws Exception {
    trading.buy(10);
    trading.rest(waiting(91));
    trading.rest(waiting(92));
    trading.rest(stop(93, Samples.closing(MARKET), "950"));
    trading.rest(stop(94, Samples.closing(MARKET), "940"));
    trading.rest(expired(95));
    trading.close();
    List<String> all = ids(list("orders", "status=finished"));
    assertThat(all).contains("91", "92").hasSize(4);
    for (int i = 0; i < all.size(); i++) {
      assertThat(ids(list("orders", "status=finished&limit=1&offset=" + i)))
          .containsExactly(all.get(i));
    }
    assertThat(ids(list("price_orders", "status=finished&limit=2"))).containsExactly("95", "94");
    assertThat(ids(list("price_orders", "status=finished&offset=2"))).containsExactly("93");
  }

  private static List<String> ids(Answer answer) {
    return ((JsonArray) answer.body())
        .elements().stream()
            .map(order -> ((JsonNumber) ((JsonObject) order).get("id").orElseThrow()).write())
            .toList();
  }

  @Test
  void aWaitingOrderIsOpen() throws Exception {
    trading.buy(10);
    trading.rest(waiting(9));
    assertThat(list("orders", "status=open&contract=BTC_USDT").text("/0/left")).isEqualTo("-4");
    assertThat(one("futures", "orders", 9).text("/status")).isEqualTo("open");
    assertThat(one("futures", "price_orders", 9).status()).isEqualTo(404);
    assertThat(list("price_orders", "status=open").body().write()).isEqualTo("[]");
  }

  @Test
  void aWaitingUnitOrderIsOpen() throws Exception {
    trading.buyUnits(Side.LONG, "100");
    UnitOrder sale =
        new UnitOrder.SellFraction(MARKET + "_LONG", Samples.number("0.5"), Optional.empty());
    trading.rest(new WaitingUnitOrder(9, MARKET, sale, 1, TestVenue.NOW));
    Answer answer = one("smart_leverage", "orders", 9);
    assertThat(answer.text("/status")).isEqualTo("open");
    assertThat(answer.text("/fraction")).isEqualTo("0.5");
    assertThat(one("futures", "orders", 9).status()).isEqualTo(404);
  }
}
