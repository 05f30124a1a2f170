package venue.orderplacement;

import static org.assertj.core.api.Assertions.assertThat;
import static venue.domain.Samples.number;
import static venue.orderplacement.Placing.assertRefused;

import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;
import venue.domain.futures.FuturesFill;
import venue.function.TestTrading;
import venue.function.TestVenue;

/**
 * A tick has passed the price of an order and nobody has looked yet: the order has filled, whatever
 * its holder does now. Each is compared with a holder who does nothing.
 */
class PassedPriceTest {

  /** What a holder does once the price of its order, with this id, has passed. */
  private interface Deed {
    void of(Placing client, String id) throws Exception;
  }

  private static void nothing(Placing client, String id) {}

  /** Rests to buy 10,000 USDT at 990; the price goes to 985, then to 970. */
  private static BigDecimal afterALimitOrder(Deed deed) throws Exception {
    try (TestVenue venue = new TestVenue()) {
      TestTrading trading = new TestTrading(venue);
      Placing client = Placing.at(venue);
      String id = client.limit(10_000, "990", "gtc").text("/id");
      trading.tick("985");
      trading.tick("970");
      deed.of(client, id);
      return closed(trading, client);
    }
  }

  /** Closes 10,000 USDT at 990 or below; the price goes to 985 and comes back to 1,010. */
  private static BigDecimal afterAStop(Deed deed) throws Exception {
    try (TestVenue venue = new TestVenue()) {
      TestTrading trading = new TestTrading(venue);
      Placing client = Placing.at(venue);
      trading.buy(10_000);
      String id =
          client
              .priceOrder("\"size\":0,\"close\":true", "\"price\":\"990\",\"rule\":2")
              .text("/id");
      trading.tick("985");
      trading.tick("1010");
      deed.of(client, id);
      return closed(trading, client);
    }
  }

  /** The cash once whatever is open is closed at the latest tick. */
  private static BigDecimal closed(TestTrading trading, Placing client) throws Exception {
    client.order(
        "{\"contract\":\"BTC_USDT\",\"size\":0,\"close\":true,\"price\":\"0\",\"tif\":\"ioc\"}");
    List<FuturesFill> fills = trading.filled();
    assertThat(fills).extracting(FuturesFill::tick).contains(2L);
    assertThat(trading.position().isFlat()).isTrue();
    return trading.state().account().cash();
  }

  private static void cancelAll(Placing client, String collection) throws Exception {
    assertThat(client.cancelAll(collection).status()).isEqualTo(200);
  }

  @Test
  void aLimitOrderIsNeitherCancelledNorAmendedOnceATickHasPassedIt() throws Exception {
    BigDecimal honest = afterALimitOrder(PassedPriceTest::nothing);
    // 10,000 contracts of 0.001 from about 985.15 to 969.9, and two fees.
    assertThat(honest).isBetween(number("9835"), number("9840"));
    assertThat(
            List.of(
                afterALimitOrder(
                    (client, id) ->
                        assertRefused(client.cancelOrder(id), 400, "ORDER_FINISHED", "order_id")),
                afterALimitOrder((client, id) -> cancelAll(client, "orders")),
                afterALimitOrder(
                    (client, id) ->
                        assertRefused(
                            client.amend(id, "{\"price\":\"960\"}"),
                            400,
                            "ORDER_FINISHED",
                            "order_id")),
                afterALimitOrder(
                    (client, id) ->
                        assertRefused(
                            client.amend(id, "{\"size\":1}"), 400, "ORDER_FINISHED", "order_id"))))
        .allSatisfy(cash -> assertThat(cash).isEqualByComparingTo(honest));
    System.out.printf("A limit order whose price has passed: %s USDT, cancelled or not%n", honest);
  }

  @Test
  void aStopIsNotTakenBackBecauseThePriceHasRecovered() throws Exception {
    BigDecimal honest = afterAStop(PassedPriceTest::nothing);
    assertThat(honest).isBetween(number("9835"), number("9840"));
    assertThat(
            List.of(
                afterAStop(
                    (client, id) ->
                        assertRefused(
                            client.cancelPriceOrder(id), 400, "ORDER_FINISHED", "order_id")),
                afterAStop((client, id) -> cancelAll(client, "price_orders"))))
        .allSatisfy(cash -> assertThat(cash).isEqualByComparingTo(honest));
    System.out.printf("A stop whose price has passed: %s USDT, cancelled or not%n", honest);
  }
}
