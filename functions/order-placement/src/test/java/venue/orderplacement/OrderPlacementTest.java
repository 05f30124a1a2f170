package venue.orderplacement;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import venue.domain.Samples;
import venue.domain.futures.LiquidationFill;
import venue.domain.market.Tick;
import venue.function.TestTrading;
import venue.function.TestVenue;
import venue.function.TestVenue.Answer;
import venue.store.AccountStore;
import venue.store.CountingClient.Call;
import venue.store.MarketPage;
import venue.store.TestTables;
import venue.wire.json.Json;
import venue.wire.json.JsonText;

class OrderPlacementTest {
  private final TestVenue venue = new TestVenue();
  private final OrderPlacement function = new OrderPlacement(venue.environment(Map.of()));

  @AfterEach
  void close() {
    venue.close();
  }

  private Answer order(String body) throws Exception {
    return venue.call(function, "place-order.json", Map.of("body", new JsonText(body)));
  }

  private static void assertRefused(Answer answer, int status, String label, String field) {
    assertThat(answer.text("/label")).isEqualTo(label);
    assertThat(answer.status()).isEqualTo(status);
    assertThat(answer.text("/message")).contains(field);
  }

  private void assertNothingWritten() {
    assertThat(venue.counting().take()).noneMatch(call -> call.kind().equals("transactWriteItems"));
  }

  @Test
  void placesTheOrderOfTheEvent() throws Exception {
    Answer answer = venue.call(function, "place-order.json");
    assertThat(answer.status()).isEqualTo(201);
    assertThat(answer.text("/status")).isEqualTo("finished");
    assertThat(answer.text("/finish_as")).isEqualTo("filled");
    assertThat(answer.text("/size")).isEqualTo("2");
    assertThat(answer.text("/text")).isEqualTo("t-first-1");
    assertThat(new BigDecimal(answer.text("/fill_price"))).isGreaterThan(Samples.number("1000"));
  }

  @Test
  void placesTheOrderOfABase64Body() throws Exception {
    assertThat(venue.call(function, "place-order-base64.json").status()).isEqualTo(201);
  }

  @Test
  void anOrderIsTwoReadsAtOnceAndOneTransaction() throws Exception {
    venue.call(function, "place-order.json");
    List<Call> labelled = venue.counting().take();
    assertThat(labelled)
        .extracting(Call::kind)
        .containsExactlyInAnyOrder("batchGetItem", "query", "transactWriteItems");
    assertThat(labelled.getLast().items()).isEqualTo(5);
    assertThat(labelled.getLast().writeUnits()).isEqualTo(10);

    order("{\"contract\":\"BTC_USDT\",\"size\":1,\"price\":\"0\",\"tif\":\"ioc\"}");
    List<Call> plain = venue.counting().take();
    assertThat(plain)
        .extracting(Call::kind)
        .containsExactlyInAnyOrder("batchGetItem", "query", "transactWriteItems");
    assertThat(plain.getLast().writeUnits()).isEqualTo(8);
  }

  @Test
  void anOrderThatTurnsAPositionCostsNoMoreThanAnother() throws Exception {
    order("{\"contract\":\"BTC_USDT\",\"size\":3333,\"price\":\"0\",\"tif\":\"ioc\"}");
    tick("1001.37");
    order("{\"contract\":\"BTC_USDT\",\"size\":-1111,\"price\":\"0\",\"tif\":\"ioc\"}");
    tick("1003.91");
    venue.counting().take();
    order(
        "{\"contract\":\"BTC_USDT\",\"size\":-4444,\"price\":\"0\",\"tif\":\"ioc\","
            + "\"text\":\"t-0123456789012345678901234567\"}");
    List<Call> calls = venue.counting().take();
    assertThat(calls.getLast().kind()).isEqualTo("transactWriteItems");
    assertThat(calls.getLast().writeUnits()).isEqualTo(10);
  }

  @Test
  void aPurchaseOfUnitsIsTwoReadsAtOnceAndOneTransaction() throws Exception {
    Answer answer = venue.call(function, "buy-units.json");
    assertThat(answer.status()).isEqualTo(201);
    assertThat(answer.text("/cash")).isEqualTo("-100");
    List<Call> calls = venue.counting().take();
    assertThat(calls)
        .extracting(Call::kind)
        .containsExactlyInAnyOrder("batchGetItem", "query", "transactWriteItems");
    assertThat(calls.getLast().writeUnits()).isEqualTo(10);
  }

  private Tick tick(String price) {
    MarketPage page = venue.markets().page("BTC_USDT").orElseThrow();
    return venue
        .markets()
        .append(Samples.after(page.market(), page.tick().orElseThrow(), price, 5))
        .inForce()
        .orElseThrow();
  }

  @Test
  void anOrderFindsThePositionLiquidatedAtTheTickAtWhichItWasDue() throws Exception {
    order("{\"contract\":\"BTC_USDT\",\"size\":1000,\"price\":\"0\",\"tif\":\"ioc\"}");
    Tick fallen = tick("904");
    Tick back = tick("1000");
    assertThat(back.quality()).isEqualTo(Tick.Quality.GOOD);

    Answer closing =
        order(
            "{\"contract\":\"BTC_USDT\",\"size\":0,\"price\":\"0\",\"tif\":\"ioc\",\"close\":true}");

    LiquidationFill liquidation = new TestTrading(venue).liquidated().getFirst();
    assertThat(liquidation.tick()).isEqualTo(fallen.sequence());
    assertThat(liquidation.price()).isEqualByComparingTo("904");
    assertThat(closing.status()).isEqualTo(201);
    assertThat(liquidation.closed()).isBetween(-999L, -1L);
    assertThat(
            new AccountStore(venue.counting().client(), TestTables::name)
                .state(Samples.ACCOUNT)
                .orElseThrow()
                .open())
        .isEmpty();
  }

  @Test
  void anOrderForUnitsFindsTheFundCutAtItsTick() throws Exception {
    tick("500");
    assertThat(venue.call(function, "buy-units.json").status()).isEqualTo(201);
    assertThat(venue.markets().rebalances("BTC_USDT_LONG", 10)).hasSize(1);
  }

  @Test
  void aLabelledOrderSentAgainIsTheFirstOrder() throws Exception {
    Answer first = venue.call(function, "place-order.json");
    venue.counting().take();
    Answer again = venue.call(function, "place-order.json");
    assertThat(again).isEqualTo(first);
    assertNothingWritten();
  }

  @Test
  void theSameLabelWithAnotherBodyIsAnotherOrder() throws Exception {
    Answer first = venue.call(function, "place-order.json");
    Answer other =
        order(
            "{\"contract\":\"BTC_USDT\",\"size\":3,\"price\":\"0\",\"tif\":\"ioc\",\"text\":\"t-first-1\"}");
    assertThat(other.status()).isEqualTo(201);
    assertThat(other.text("/id")).isNotEqualTo(first.text("/id"));
  }

  @Test
  void unitsBoughtTwiceUnderOneLabelAreBoughtOnce() throws Exception {
    Answer first = venue.call(function, "buy-units.json");
    assertThat(venue.call(function, "buy-units.json")).isEqualTo(first);
  }

  @Test
  void setsTheLeverageOfAFlatPosition() throws Exception {
    Answer answer = venue.call(function, "no-body.json");
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.text("/leverage")).isEqualTo("5");
    assertThat(answer.text("/size")).isEqualTo("0");
  }

  @Test
  void refusesAWrongSignature() throws Exception {
    assertRefused(
        venue.callWithWrongSecret(function, "place-order.json"), 401, "INVALID_SIGNATURE", "SIGN");
    assertNothingWritten();
  }

  @Test
  void refusesAKeyThatIsNotTheVenues() throws Exception {
    assertRefused(venue.callAsItIs(function, "place-order.json"), 401, "INVALID_KEY", "KEY");
    assertNothingWritten();
  }

  @Test
  void tellsNobodyWithoutASignatureWhatIsWrongWithTheBody() throws Exception {
    Json broken = new JsonText("not json");
    Answer answer = venue.call(function, "place-order.json", Map.of("body", broken));
    assertRefused(answer, 400, "INVALID_REQUEST_BODY", "JSON object");
    assertRefused(venue.callAsItIs(function, "no-body.json"), 401, "INVALID_KEY", "KEY");
  }

  @Test
  void refusesAnUnknownContract() throws Exception {
    assertRefused(
        order("{\"contract\":\"DOGE_USDT\",\"size\":1,\"price\":\"0\",\"tif\":\"ioc\"}"),
        404,
        "CONTRACT_NOT_FOUND",
        "contract");
    assertNothingWritten();
  }

  @Test
  void refusesSizeZeroWithoutClose() throws Exception {
    assertRefused(
        order("{\"contract\":\"BTC_USDT\",\"size\":0,\"price\":\"0\",\"tif\":\"ioc\"}"),
        400,
        "INVALID_PARAM_VALUE",
        "size");
  }

  @Test
  void refusesMoreThanTheBalanceAllows() throws Exception {
    assertRefused(
        order("{\"contract\":\"BTC_USDT\",\"size\":99000,\"price\":\"0\",\"tif\":\"ioc\"}"),
        400,
        "INSUFFICIENT_AVAILABLE",
        "size");
    assertNothingWritten();
  }

  @Test
  void refusesALeverageOutsideTheContractsRange() throws Exception {
    Answer answer =
        venue.call(
            function, "no-body.json", Map.of("rawQueryString", new JsonText("leverage=101")));
    assertRefused(answer, 400, "LEVERAGE_TOO_HIGH", "leverage");
    answer =
        venue.call(function, "no-body.json", Map.of("rawQueryString", new JsonText("leverage=-1")));
    assertRefused(answer, 400, "LEVERAGE_TOO_LOW", "leverage");
  }

  private Answer leverage(String query) throws Exception {
    return venue.call(function, "no-body.json", Map.of("rawQueryString", new JsonText(query)));
  }

  @Test
  void leverageZeroMakesAFlatPositionCrossWithinItsLimit() throws Exception {
    assertRefused(leverage("leverage=0"), 400, "MISSING_REQUIRED_PARAM", "cross_leverage_limit");
    Answer cross = leverage("leverage=0&cross_leverage_limit=20");
    assertThat(cross.text("/leverage")).isEqualTo("0");
    assertThat(cross.text("/cross_leverage_limit")).isEqualTo("20");

    order("{\"contract\":\"BTC_USDT\",\"size\":1000,\"price\":\"0\",\"tif\":\"ioc\"}");
    assertRefused(leverage("leverage=5"), 400, "POSITION_HOLDING", "isolated");
    assertThat(leverage("leverage=0&cross_leverage_limit=10").text("/cross_leverage_limit"))
        .isEqualTo("10");
  }

  @Test
  void takesNoOrderForAMarketOrderThatDoesNotSaySo() throws Exception {
    assertRefused(
        order("{\"contract\":\"BTC_USDT\",\"size\":1,\"price\":\"\",\"tif\":\"ioc\"}"),
        400,
        "MISSING_REQUIRED_PARAM",
        "price");
    assertNothingWritten();
  }

  @Test
  void refusesToSellUnitsWhereNoneAreHeld() throws Exception {
    Answer answer =
        venue.call(
            function,
            "buy-units.json",
            Map.of(
                "body",
                new JsonText(
                    "{\"product\":\"BTC_USDT_LONG\",\"side\":\"sell\",\"fraction\":\"1\"}")));
    assertRefused(answer, 400, "POSITION_EMPTY", "product");
  }
}
