package venue.orderplacement;

import static org.assertj.core.api.Assertions.assertThat;
import static venue.domain.Samples.number;
import static venue.orderplacement.Placing.assertRefused;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import venue.domain.Samples;
import venue.domain.market.Caps;
import venue.domain.market.Market;
import venue.domain.market.Tick;
import venue.domain.resting.RestingOrder;
import venue.function.TestTrading;
import venue.function.TestVenue;
import venue.function.TestVenue.Answer;
import venue.wire.json.JsonObject;
import venue.wire.json.JsonText;

/** Of an account with 10,000 USDT, at a tick at 1000. */
class LimitOrderEdgesTest {
  private final TestVenue venue = new TestVenue();
  private final TestTrading trading = new TestTrading(venue);
  private final Placing client = Placing.at(venue);

  @AfterEach
  void close() {
    venue.close();
  }

  @Test
  void whileNothingFillsALimitIsAboveZeroAllTheSame() throws Exception {
    trading.buy(100);
    trading.degraded();
    assertRefused(client.limit(-1, "-5", "gtc"), 400, "INVALID_PARAM_VALUE", "price");
  }

  @Test
  void whileNothingFillsALimitLiesOnThePriceStepAllTheSame() throws Exception {
    trading.buy(100);
    trading.degraded();
    assertRefused(client.limit(-1, "1010.00001", "gtc"), 400, "INVALID_PARAM_VALUE", "price");
    assertRefused(client.limit(-1, "5000", "gtc"), 400, "PRICE_TOO_DEVIATED", "price");
  }

  @Test
  void whileNothingFillsALimitBeyondWhatCanBeStoredIsRefusedAndNoFailure() throws Exception {
    trading.buy(100);
    trading.degraded();
    Answer answer = client.limit(-1, "1234567890123456789012.123456789012345678", "gtc");
    assertRefused(answer, 400, "INVALID_PARAM_VALUE", "price");
  }

  // Alone it would have paid for the age of the price: it was beyond its limit at that tick.
  @Test
  void whatItsUserTradesLaterAtATickDoesNotLetTheTickFillIt() throws Exception {
    String buys = client.limit(50_000, "999.34", "gtc").text("/id");
    Tick near = trading.tick("999");
    assertThat(client.order(1).text("/finish_as")).isEqualTo("filled");
    assertThat(trading.state().resting()).extracting(RestingOrder::id).hasSize(1);

    client.order(-10_000);
    client.cancelOrder(buys);

    assertThat(trading.filled())
        .noneMatch(fill -> fill.filled() == 50_000 && fill.tick() == near.sequence());
  }

  @Test
  void whatTheMarketHasRoomForFillsWhicheverShardIsDrawn() throws Exception {
    for (String name : List.of("A_USDT", "B_USDT", "C_USDT", "D_USDT", "E_USDT")) {
      Market market = withRoomFor(200, Samples.market(name, "1000"));
      venue.openMarket(market);
      String first = place(name, 60);
      String second = place(name, 60);
      Tick last = venue.markets().page(name).orElseThrow().tick().orElseThrow();
      venue.markets().append(Samples.after(market, last, "980", 5));
      client.order(1);
      assertThat(trading.ended(Long.parseLong(first)).fill()).isPresent();
      assertThat(trading.ended(Long.parseLong(second)).fill()).isPresent();
    }
  }

  private static Market withRoomFor(long contracts, Market market) {
    return new Market(
        market.contract(),
        market.fill(),
        market.funding(),
        new Caps(
            contracts, contracts, market.caps().openInterestValue(), market.caps().skewValue()),
        market.solvency(),
        market.fund(),
        market.jumpBound(),
        market.priceAgeMax(),
        market.startingVolatility(),
        market.createTime());
  }

  private String place(String market, long size) throws Exception {
    return client
        .order(
            "{\"contract\":\"%s\",\"size\":%d,\"price\":\"990\",\"tif\":\"gtc\"}"
                .formatted(market, size))
        .text("/id");
  }

  @Test
  void whatClosesAShortPositionIsABid() throws Exception {
    trading.buy(-100);
    client.order(
        "{\"contract\":\"BTC_USDT\",\"size\":0,\"close\":true,\"price\":\"990\",\"tif\":\"gtc\"}");
    assertThat(trading.state().resting()).hasSize(1);
    cancelAll("bid");
    assertThat(trading.state().resting()).isEmpty();
  }

  private Answer cancelAll(String side) throws Exception {
    return venue.call(
        client.function(),
        "cancel-price-order.json",
        Map.of(
            "routeKey",
            new JsonText("DELETE /api/v4/futures/{settle}/orders"),
            "rawPath",
            new JsonText("/api/v4/futures/usdt/orders"),
            "rawQueryString",
            new JsonText("contract=BTC_USDT&side=" + side),
            "pathParameters",
            JsonObject.builder().put("settle", "usdt").build()));
  }

  @Test
  void aCrossOrderForAllThatIsAvailableFillsAtItsLimit() throws Exception {
    cross();
    String id = client.limit(99_000, "990", "gtc").text("/id");
    assertThat(trading.state().account().available()).isBetween(number("0"), number("60"));
    trading.tick("989.4");
    client.order("{\"contract\":\"BTC_USDT\",\"size\":1,\"price\":\"0\",\"tif\":\"ioc\"}");
    assertThat(trading.ended(Long.parseLong(id)).end().name()).isEqualTo("SUCCEEDED");
  }

  private Answer cross() throws Exception {
    return venue.call(
        client.function(),
        "place-order.json",
        Map.of(
            "routeKey",
            new JsonText("POST /api/v4/futures/{settle}/positions/{contract}/leverage"),
            "rawPath",
            new JsonText("/api/v4/futures/usdt/positions/BTC_USDT/leverage"),
            "rawQueryString",
            new JsonText("leverage=0&cross_leverage_limit=10"),
            "pathParameters",
            JsonObject.builder().put("settle", "usdt").put("contract", "BTC_USDT").build(),
            "body",
            new JsonText("")));
  }
}
