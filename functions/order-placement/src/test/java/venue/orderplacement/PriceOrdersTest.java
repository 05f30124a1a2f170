package venue.orderplacement;

import static org.assertj.core.api.Assertions.assertThat;
import static venue.orderplacement.Placing.assertRefused;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import venue.domain.resting.FinishedOrder.End;
import venue.function.TestTrading;
import venue.function.TestVenue;
import venue.function.TestVenue.Answer;

class PriceOrdersTest {
  private static final String REDUCE = "\"size\":-2,\"reduce_only\":true";
  private static final String CLOSE = "\"size\":0,\"close\":true";
  private static final String FALL = "\"price_type\":1,\"price\":\"950\",\"rule\":2";
  private static final String RISE = "\"price_type\":1,\"price\":\"1050\",\"rule\":1";
  private final TestVenue venue = new TestVenue();
  private final TestTrading trading = new TestTrading(venue);
  private final Placing client = Placing.at(venue);

  @AfterEach
  void close() {
    venue.close();
  }

  private String placed(String initial, String trigger) throws Exception {
    Answer answer = client.priceOrder(initial, trigger);
    assertThat(answer.status()).as(answer.body().write()).isEqualTo(201);
    return answer.text("/id");
  }

  @Test
  void placesTheStopOfTheEvent() throws Exception {
    trading.buy(10);
    Answer answer = venue.call(client.function(), "place-price-order.json");
    assertThat(answer.status()).isEqualTo(201);
    assertThat(trading.state().resting())
        .singleElement()
        .matches(order -> Long.toString(order.id()).equals(answer.text("/id")));
    assertThat(trading.position().size()).isEqualTo(10);
  }

  @Test
  void fillsAtTheTickThatMeetsItWhoeverComesNext() throws Exception {
    trading.buy(10);
    long id = Long.parseLong(placed(REDUCE, FALL));
    trading.tick("949");
    trading.tick("1000");
    client.order(1);
    assertThat(trading.position().size()).isEqualTo(9);
    assertThat(trading.ended(id).end()).isEqualTo(End.SUCCEEDED);
    assertThat(trading.filled(trading.ended(id).fill().orElseThrow()).tick()).isEqualTo(2);
  }

  @Test
  void aTickThatIsNotGoodMeetsNothing() throws Exception {
    trading.buy(10);
    placed(CLOSE, FALL);
    trading.degraded();
    assertThat(client.cancelAll("price_orders").body().write()).contains("\"cancelled\"");
    assertThat(trading.position().size()).isEqualTo(10);
  }

  @Test
  void refusesWhatDoesNotCloseOrReduceAnOpenPosition() throws Exception {
    assertRefused(client.priceOrder(REDUCE, FALL), 400, "POSITION_EMPTY", "initial.");
    trading.buy(10);
    assertRefused(
        client.priceOrder("\"size\":-2", FALL), 400, "INVALID_PARAM_VALUE", "initial.reduce_only");
    assertRefused(
        client.priceOrder("\"size\":2,\"reduce_only\":true", RISE),
        400,
        "INCREASE_POSITION",
        "initial.reduce_only");
    assertRefused(
        client.priceOrder("\"size\":0,\"auto_size\":\"close_short\"", FALL),
        400,
        "INVALID_PARAM_VALUE",
        "initial.auto_size");
    assertThat(trading.state().resting()).isEmpty();
  }

  @Test
  void refusesATriggerThatThePriceHasMetAlready() throws Exception {
    trading.buy(10);
    assertRefused(
        client.priceOrder(CLOSE, "\"price\":\"1000\",\"rule\":2"),
        400,
        "AUTO_TRIGGER_PRICE_LESS_LAST",
        "trigger.price");
    assertRefused(
        client.priceOrder(CLOSE, "\"price\":\"1000\",\"rule\":1"),
        400,
        "AUTO_TRIGGER_PRICE_GREATE_LAST",
        "trigger.price");
  }

  @Test
  void refusesWhatTheVenueDoesNotTakeAndNamesTheField() throws Exception {
    trading.buy(10);
    for (String[] wrong :
        new String[][] {
          {"\"price\":\"950.000001\",\"rule\":2", "trigger.price"},
          {"\"price\":\"0\",\"rule\":2", "trigger.price"},
          {"\"price\":\"950\",\"rule\":3", "trigger.rule"},
          {"\"price\":\"950\",\"rule\":2,\"price_type\":3", "trigger.price_type"},
          {"\"price\":\"950\",\"rule\":2,\"strategy_type\":1", "trigger.strategy_type"},
          {"\"price\":\"950\",\"rule\":2,\"expiration\":-1", "trigger.expiration"},
        }) {
      assertRefused(client.priceOrder(CLOSE, wrong[0]), 400, "INVALID_PARAM_VALUE", wrong[1]);
    }
    assertRefused(
        client.priceOrder(CLOSE, "\"rule\":2"), 400, "MISSING_REQUIRED_PARAM", "trigger.price");
    assertRefused(
        client.priceOrder(CLOSE + ",\"text\":\"mine\"", FALL),
        400,
        "INVALID_PARAM_VALUE",
        "initial.text");
    assertThat(trading.state().resting()).isEmpty();
  }

  @Test
  void aCancelledOneIsShownFinishedAndFillsNoMore() throws Exception {
    trading.buy(10);
    String id = placed(REDUCE, FALL);
    Answer answer = client.cancelPriceOrder(id);
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.text("/status")).isEqualTo("finished");
    assertThat(answer.text("/finish_as")).isEqualTo("cancelled");
    assertThat(answer.text("/initial/size")).isEqualTo("-2");
    assertThat(answer.text("/order_type")).isEqualTo("plan-close-long-position");
    trading.tick("949");
    assertRefused(client.cancelPriceOrder(id), 400, "ORDER_FINISHED", "order_id");
    assertThat(trading.position().size()).isEqualTo(10);
  }

  @Test
  void whatAPriceHasCrossedCanNoLongerBeCancelled() throws Exception {
    trading.buy(10);
    String id = placed(CLOSE, FALL);
    trading.tick("949");
    trading.tick("1000");
    assertRefused(client.cancelPriceOrder(id), 400, "ORDER_FINISHED", "order_id");
    assertThat(trading.position().isFlat()).isTrue();
    assertThat(trading.filled().getFirst().tick()).isEqualTo(2);
  }

  @Test
  void cancelsAllOfAContractAndNoOtherKind() throws Exception {
    trading.buy(10);
    placed(CLOSE, FALL);
    placed(CLOSE, RISE);
    assertThat(client.cancelAll("orders").body().write()).isEqualTo("[]");
    Answer answer = client.cancelAll("price_orders");
    assertThat(answer.text("/1/finish_as")).isEqualTo("cancelled");
    assertThat(trading.state().resting()).isEmpty();
  }

  @Test
  void cancelsThoseOfOneSide() throws Exception {
    trading.buy(10);
    placed(CLOSE, FALL);
    assertThat(client.cancelAll("price_orders", "contract=BTC_USDT&side=bid").body().write())
        .isEqualTo("[]");
    assertThat(trading.state().resting()).hasSize(1);
    Answer answer = client.cancelAll("price_orders", "contract=BTC_USDT&side=ask");
    assertThat(answer.text("/0/finish_as")).isEqualTo("cancelled");
    assertThat(trading.state().resting()).isEmpty();
  }

  @Test
  void saysThatThereIsNoSuchPriceOrder() throws Exception {
    assertRefused(client.cancelPriceOrder("5"), 404, "ORDER_NOT_FOUND", "order_id");
    assertRefused(client.cancelPriceOrder("x"), 404, "ORDER_NOT_FOUND", "order_id");
  }

  @Test
  void theSameLabelAndBodyAgainIsTheFirst() throws Exception {
    trading.buy(10);
    String labelled = REDUCE + ",\"text\":\"t-stop\"";
    assertThat(placed(labelled, FALL)).isEqualTo(placed(labelled, FALL));
    assertThat(trading.state().resting()).hasSize(1);
  }

  @Test
  void atMostTwentyRest() throws Exception {
    trading.buy(10);
    for (int i = 0; i < 20; i++) {
      placed(REDUCE, FALL);
    }
    assertRefused(client.priceOrder(REDUCE, FALL), 400, "TOO_MANY_ORDERS", "20");
    trading.tick("949");
    client.order(1);
    assertThat(trading.position().size()).isEqualTo(1);
    assertThat(trading.state().resting()).isEmpty();
  }

  @Test
  void aPositionThatIsClosedTakesItsPriceOrdersAlong() throws Exception {
    trading.buy(10);
    long id = Long.parseLong(placed(CLOSE, FALL));
    client.order(-10);
    assertThat(trading.ended(id).end()).isEqualTo(End.POSITION_CLOSED);
    assertThat(trading.state().resting()).isEmpty();
  }
}
