package venue.orderplacement;

import static org.assertj.core.api.Assertions.assertThat;
import static venue.orderplacement.Placing.assertRefused;

import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import venue.domain.resting.FinishedOrder.End;
import venue.domain.resting.RestingOrder;
import venue.function.TestTrading;
import venue.function.TestVenue;
import venue.function.TestVenue.Answer;

/** Of a stop at 950 on a long position of 10, placed at 1000. */
class AmendPriceOrderTest {
  private final TestVenue venue = new TestVenue();
  private final TestTrading trading = new TestTrading(venue);
  private final Placing client = Placing.at(venue);
  private String id = "";

  @BeforeEach
  void place() throws Exception {
    trading.buy(10);
    id =
        client
            .priceOrder("\"size\":-2,\"reduce_only\":true", "\"price\":\"950\",\"rule\":2")
            .text("/id");
  }

  @AfterEach
  void close() {
    venue.close();
  }

  private Answer amend(String order, String body) throws Exception {
    return client.send("PUT /price_orders/{order_id}", Map.of("order_id", order), "", body);
  }

  private RestingOrder resting() {
    return trading.state().resting().getFirst();
  }

  @Test
  void fillsAtItsNewTriggerPriceUnderItsOwnId() throws Exception {
    Answer amended = amend(id, "{\"order_id\":" + id + ",\"trigger_price\":\"960\"}");
    assertThat(amended.status()).isEqualTo(200);
    assertThat(amended.body().write()).isEqualTo("{\"id\":" + id + "}");
    trading.tick("959");
    client.order(1);
    assertThat(trading.ended(Long.parseLong(id)).end()).isEqualTo(End.SUCCEEDED);
    assertThat(trading.position().size()).isEqualTo(9);
  }

  @Test
  void noPriceFromBeforeFillsIt() throws Exception {
    trading.tick("955");
    trading.tick("1000");
    amend(id, "{\"trigger_price\":\"960\"}");
    client.order(1);
    assertThat(trading.position().size()).isEqualTo(11);
    assertThat(trading.state().resting()).hasSize(1);
  }

  @Test
  void itsSizeChangesAndZeroClosesAllUnderTheLongerPathToo() throws Exception {
    assertThat(amend(id, "{\"size\":-3,\"price\":\"0\",\"price_type\":1}").status()).isEqualTo(200);
    assertThat(resting().id()).isEqualTo(Long.parseLong(id));
    Answer closing =
        client.send(
            "PUT /price_orders/amend/{order_id}", Map.of("order_id", id), "", "{\"size\":0}");
    assertThat(closing.status()).isEqualTo(200);
    trading.tick("949");
    client.order(1);
    assertThat(trading.filled(trading.ended(Long.parseLong(id)).fill().orElseThrow()).filled())
        .isEqualTo(-10);
  }

  @Test
  void theLastOfTwentyCanBeAmended() throws Exception {
    for (int i = 1; i < 20; i++) {
      client.priceOrder("\"size\":-1,\"reduce_only\":true", "\"price\":\"950\",\"rule\":2");
    }
    assertThat(amend(id, "{\"trigger_price\":\"960\"}").status()).isEqualTo(200);
    assertThat(trading.state().resting()).hasSize(20);
  }

  @Test
  void whatAPriceHasMetIsFinished() throws Exception {
    trading.tick("949");
    trading.tick("1000");
    assertRefused(amend(id, "{\"trigger_price\":\"900\"}"), 400, "ORDER_FINISHED", "order_id");
    assertThat(trading.position().size()).isEqualTo(8);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{} | MISSING_REQUIRED_PARAM | trigger_price or size",
        "{\"trigger_price\":\"0\"} | INVALID_PARAM_VALUE | trigger_price",
        "{\"trigger_price\":\"950.000001\"} | INVALID_PARAM_VALUE | trigger_price should be",
        "{\"trigger_price\":\"1000\"} | AUTO_TRIGGER_PRICE_LESS_LAST | trigger_price:",
        "{\"size\":3} | INCREASE_POSITION | size",
        "{\"size\":-3,\"price\":\"940\"} | INVALID_PARAM_VALUE | price should be",
        "{\"size\":-3,\"price_type\":3} | INVALID_PARAM_VALUE | price_type",
        "{\"size\":0,\"auto_size\":\"close_short\"} | INVALID_PARAM_VALUE | auto_size: the"
      })
  void whatIsWrongIsRefusedAndChangesNothing(String body, String label, String field)
      throws Exception {
    RestingOrder before = resting();
    assertRefused(amend(id, body), 400, label, field);
    assertThat(resting()).isEqualTo(before);
  }

  @Test
  void whatIsNoPriceOrderIsNotFound() throws Exception {
    String limit = client.limit(1, "990", "gtc").text("/id");
    for (String other : new String[] {limit, "7", "x"}) {
      assertRefused(amend(other, "{\"size\":-1}"), 404, "ORDER_NOT_FOUND", "order_id");
    }
  }
}
