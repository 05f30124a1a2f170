package venue.orderplacement;

import static org.assertj.core.api.Assertions.assertThat;
import static venue.domain.Samples.number;
import static venue.orderplacement.Placing.assertRefused;

import java.math.BigDecimal;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import venue.domain.futures.FuturesFill;
import venue.domain.market.Tick;
import venue.domain.resting.FinishedOrder;
import venue.domain.resting.FinishedOrder.End;
import venue.function.TestTrading;
import venue.function.TestVenue;
import venue.function.TestVenue.Answer;

/** Of an account with 10,000 USDT, at a tick at 1000. */
class LimitOrdersTest {
  private final TestVenue venue = new TestVenue();
  private final TestTrading trading = new TestTrading(venue);
  private final Placing client = Placing.at(venue);

  @AfterEach
  void close() {
    venue.close();
  }

  private BigDecimal orderMargin() {
    return trading.state().account().orderMargin();
  }

  @Test
  void restsUntilATickReachesItAndFillsThereUnderItsOwnId() throws Exception {
    Answer placed = client.limit(100, "990", "gtc");
    assertThat(placed.status()).isEqualTo(201);
    assertThat(placed.text("/status")).isEqualTo("open");
    assertThat(placed.text("/price")).isEqualTo("990");
    assertThat(placed.text("/tif")).isEqualTo("gtc");
    assertThat(placed.text("/left")).isEqualTo("100");
    assertThat(orderMargin()).isPositive();

    Tick reached = trading.tick("989");
    trading.tick("1000");
    client.order(1);

    FinishedOrder ended = trading.ended(Long.parseLong(placed.text("/id")));
    FuturesFill fill = trading.filled(ended.fill().orElseThrow());
    assertThat(ended.end()).isEqualTo(End.SUCCEEDED);
    assertThat(fill.tick()).isEqualTo(reached.sequence());
    assertThat(fill.price().price()).isBetween(number("989"), number("990"));
    assertThat(fill.accepted().id()).isEqualTo(ended.order().id());
    assertThat(trading.position().size()).isEqualTo(101);
    assertThat(orderMargin()).isZero();
  }

  @Test
  void onceATickHasReachedItItIsFilledAndNeitherCancelledNorAmended() throws Exception {
    String first = client.limit(100, "990", "gtc").text("/id");
    trading.tick("980");
    trading.tick("1000");
    assertRefused(client.cancelOrder(first), 400, "ORDER_FINISHED", "order_id");
    assertThat(trading.position().size()).isEqualTo(100);

    String second = client.limit(100, "990", "gtc").text("/id");
    trading.tick("980");
    trading.tick("1000");
    assertRefused(client.amend(second, "{\"price\":\"900\"}"), 400, "ORDER_FINISHED", "order_id");
    assertThat(trading.position().size()).isEqualTo(200);
  }

  @Test
  void cancelledItReleasesExactlyWhatWasSetAside() throws Exception {
    BigDecimal before = trading.state().account().available();
    String one = client.limit(100, "990", "gtc").text("/id");
    client.limit(-100, "1010", "poc");
    client.limit(50, "980", "gtc");
    assertThat(trading.state().account().available())
        .isEqualByComparingTo(before.subtract(orderMargin()));

    Answer cancelled = client.cancelOrder(one);
    assertThat(cancelled.text("/finish_as")).isEqualTo("cancelled");
    assertThat(client.cancelAll("orders").text("/1/status")).isEqualTo("finished");
    assertThat(orderMargin()).isZero();
    assertThat(trading.state().account().available()).isEqualByComparingTo(before);
  }

  @Test
  void amendedItRestsAtItsNewLimitOrFills() throws Exception {
    String id = client.limit(100, "990", "gtc").text("/id");
    BigDecimal before = orderMargin();
    Answer amended = client.amend(id, "{\"price\":\"980\",\"size\":200}");
    assertThat(amended.status()).isEqualTo(200);
    assertThat(amended.text("/id")).isEqualTo(id);
    assertThat(amended.text("/price")).isEqualTo("980");
    assertThat(amended.text("/size")).isEqualTo("200");
    assertThat(orderMargin()).isGreaterThan(before);

    Answer filled = client.amend(id, "{\"price\":\"1010\"}");
    assertThat(filled.text("/id")).isEqualTo(id);
    assertThat(filled.text("/finish_as")).isEqualTo("filled");
    assertThat(trading.position().size()).isEqualTo(200);
    assertThat(orderMargin()).isZero();
    assertThat(trading.state().resting()).isEmpty();
  }

  @Test
  void whatIsWrongIsRefusedAndNothingIsStored() throws Exception {
    assertRefused(client.limit(1, "990.00001", "gtc"), 400, "INVALID_PARAM_VALUE", "price");
    assertRefused(client.limit(1, "499", "gtc"), 400, "PRICE_TOO_DEVIATED", "price");
    assertRefused(client.limit(1, "1010", "poc"), 400, "ORDER_POC_IMMEDIATE", "price");
    assertRefused(client.limit(1, "990", "fok"), 400, "ORDER_FOK", "price");
    assertRefused(client.limit(1, "0", "gtc"), 400, "INVALID_PARAM_VALUE", "tif");
    assertRefused(client.limit(999_999, "990", "gtc"), 400, "INSUFFICIENT_AVAILABLE", "size");
    String id = client.limit(1, "990", "gtc").text("/id");
    assertRefused(client.amend(id, "{\"size\":-1}"), 400, "INVALID_PARAM_VALUE", "size");
    assertRefused(client.amend(id, "{}"), 400, "MISSING_REQUIRED_PARAM", "price");
    assertRefused(client.amend("7", "{\"size\":1}"), 404, "ORDER_NOT_FOUND", "order_id");
    trading.degraded();
    assertRefused(client.limit(1, "990", "gtc"), 503, "TOO_BUSY", "no fresh price");
    assertRefused(client.amend(id, "{\"size\":2}"), 503, "TOO_BUSY", "no fresh price");
    assertThat(trading.state().resting()).hasSize(1);
  }

  @Test
  void immediateOrCancelEndsWithoutAFillAndIsFoundByItsText() throws Exception {
    String body =
        "{\"contract\":\"BTC_USDT\",\"size\":5,\"price\":\"990\",\"tif\":\"ioc\",\"text\":\"t-i\"}";
    Answer ended = client.order(body);
    assertThat(ended.status()).isEqualTo(201);
    assertThat(ended.text("/finish_as")).isEqualTo("ioc");
    assertThat(ended.text("/left")).isEqualTo("5");
    assertThat(client.order(body)).isEqualTo(ended);
    assertThat(trading.state().resting()).isEmpty();
    assertRefused(client.cancelOrder("t-i"), 400, "ORDER_FINISHED", "order_id");
  }

  @Test
  void aLiquidationEndsWhatWouldAddRisk() throws Exception {
    trading.buy(trading.page().market().contract().sizeMax() / 100);
    String adds = client.limit(10, "600", "gtc").text("/id");
    Answer takesProfit = client.limit(-10, "1400", "gtc");
    trading.tick("850");
    trading.tick("850");
    client.order(1);
    FinishedOrder ended = trading.ended(Long.parseLong(adds));
    assertThat(ended.end()).isEqualTo(End.LIQUIDATED);
    assertThat(orderMargin()).isZero();
    assertThat(takesProfit.status()).isEqualTo(201);
  }

  @Test
  void reduceOnlyOrdersGoWithTheirPosition() throws Exception {
    trading.buy(100);
    Answer placed =
        client.order(
            "{\"contract\":\"BTC_USDT\",\"size\":-40,\"price\":\"1010\",\"reduce_only\":true}");
    assertThat(placed.text("/tif")).isEqualTo("gtc");
    assertThat(orderMargin()).isZero();
    trading.close();
    assertThat(trading.ended(Long.parseLong(placed.text("/id"))).end())
        .isEqualTo(End.POSITION_CLOSED);
  }

  @Test
  void aBatchPlacesEachOrderAndSaysWhatIsWrongWithAnother() throws Exception {
    Answer placed =
        client.batch(
            "batch_orders",
            """
            [{"contract":"BTC_USDT","size":10,"price":"990","tif":"gtc","text":"t-1"},
             {"contract":"BTC_USDT","size":10,"price":"990.00001"},
             {"contract":"BTC_USDT","size":3,"price":"0","tif":"ioc"}, 5]
            """);
    assertThat(placed.status()).isEqualTo(200);
    assertThat(placed.text("/0/succeeded")).isEqualTo("true");
    assertThat(placed.text("/0/status")).isEqualTo("open");
    assertThat(placed.text("/1/succeeded")).isEqualTo("false");
    assertThat(placed.text("/1/label")).isEqualTo("INVALID_PARAM_VALUE");
    assertThat(placed.text("/1/detail")).contains("price");
    assertThat(placed.text("/2/finish_as")).isEqualTo("filled");
    assertThat(placed.text("/3/label")).isEqualTo("INVALID_REQUEST_BODY");

    String id = placed.text("/0/id");
    Answer amended =
        client.batch("batch_amend_orders", "[{\"order_id\":" + id + ",\"price\":\"985\"}]");
    assertThat(amended.text("/0/price")).isEqualTo("985");
    Answer cancelled = client.batch("batch_cancel_orders", "[\"" + id + "\",\"17\"]");
    assertThat(cancelled.text("/0/succeeded")).isEqualTo("true");
    assertThat(cancelled.text("/0/id")).isEqualTo(id);
    assertThat(cancelled.text("/0/message")).isEmpty();
    assertThat(cancelled.text("/1/id")).isEqualTo("17");
    assertThat(cancelled.text("/1/message")).startsWith("ORDER_NOT_FOUND: order_id");
    assertRefused(client.batch("batch_orders", "[]"), 400, "INVALID_REQUEST_BODY", "1 to 10");
    assertRefused(client.batch("batch_orders", "{}"), 400, "INVALID_REQUEST_BODY", "JSON array");
  }

  @Test
  void aRequestThatCameTooLateIsNotDone() throws Exception {
    long now = venue.environment(Map.of()).wallTime().millis();
    assertRefused(client.orderBefore(now - 1), 403, "REQUEST_EXPIRED", "X-Gate-Exptime");
    assertThat(client.orderBefore(now + 1000).status()).isEqualTo(201);
  }
}
