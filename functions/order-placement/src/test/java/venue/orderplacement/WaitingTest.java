package venue.orderplacement;

import static org.assertj.core.api.Assertions.assertThat;
import static venue.domain.Samples.number;
import static venue.orderplacement.Placing.assertRefused;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import venue.domain.Side;
import venue.domain.futures.FuturesFill;
import venue.domain.market.Tick;
import venue.function.TestTrading;
import venue.function.TestVenue;
import venue.function.TestVenue.Answer;

class WaitingTest {
  private static final String SELL_ALL =
      "{\"product\":\"BTC_USDT_LONG\",\"side\":\"sell\",\"fraction\":\"1\",\"text\":\"t-sale\"}";
  private static final String CLOSE =
      "{\"contract\":\"BTC_USDT\",\"size\":0,\"close\":true,\"price\":\"0\",\"tif\":\"ioc\",\"text\":\"t-c\"}";
  private final TestVenue venue = new TestVenue();
  private final TestTrading trading = new TestTrading(venue);
  private final Placing client = Placing.at(venue);

  @AfterEach
  void close() {
    venue.close();
  }

  @Test
  void whatReducesIsAcceptedAndFillsAtTheFirstGoodTick() throws Exception {
    trading.buy(10);
    trading.degraded();
    Answer placed = client.order(-4);
    assertThat(placed.status()).isEqualTo(201);
    assertThat(placed.text("/status")).isEqualTo("open");
    assertThat(placed.text("/finish_as")).isEqualTo("absent");
    assertThat(placed.text("/left")).isEqualTo("-4");
    assertThat(placed.text("/is_reduce_only")).isEqualTo("true");
    trading.degraded();
    assertThat(trading.position().size()).isEqualTo(10);

    Tick good = trading.tick("990");
    trading.tick("1000");
    client.order(1);

    assertThat(trading.position().size()).isEqualTo(7);
    long trade = trading.ended(Long.parseLong(placed.text("/id"))).fill().orElseThrow();
    FuturesFill fill = trading.filled(trade);
    assertThat(fill.tick()).isEqualTo(good.sequence());
    assertThat(fill.filled()).isEqualTo(-4);
    assertThat(fill.price().price()).isBetween(number("980"), number("990"));
  }

  @Test
  void aCloseThatWaitsIsOfTheSideThatItTrades() throws Exception {
    trading.buy(10);
    trading.degraded();
    client.order(CLOSE);
    assertThat(client.cancelAll("orders", "contract=BTC_USDT&side=bid").body().write())
        .isEqualTo("[]");
    assertThat(trading.state().resting()).hasSize(1);
    client.cancelAll("orders", "contract=BTC_USDT&side=ask");
    assertThat(trading.state().resting()).isEmpty();
  }

  @Test
  void whatAddsRiskIsRefused() throws Exception {
    trading.degraded();
    assertRefused(client.order(4), 503, "TOO_BUSY", "opens a position");
    trading.tick("1000");
    trading.buy(10);
    trading.degraded();
    assertRefused(client.order(4), 503, "TOO_BUSY", "no fresh price");
    assertRefused(client.order(-11), 503, "TOO_BUSY", "no fresh price");
    assertRefused(
        client.units("{\"product\":\"BTC_USDT_LONG\",\"side\":\"buy\",\"amount\":\"100\"}"),
        503,
        "TOO_BUSY",
        "purchase");
    assertThat(trading.state().resting()).isEmpty();
  }

  @Test
  void oneLegOfAHedgeIsNotClosed() throws Exception {
    trading.buyUnits(Side.SHORT, "100");
    trading.buy(100);
    trading.degraded();
    assertRefused(client.order(CLOSE), 503, "TOO_BUSY", "less hedged");
    assertRefused(client.order(-1), 503, "TOO_BUSY", "less hedged");
    assertThat(trading.state().resting()).isEmpty();
  }

  @Test
  void aSaleOfUnitsWaitsAndIsExecutedAtTheFirstGoodTick() throws Exception {
    trading.buyUnits(Side.LONG, "100");
    trading.degraded();
    Answer placed = client.units(SELL_ALL);
    assertThat(placed.status()).isEqualTo(201);
    assertThat(placed.text("/status")).isEqualTo("open");
    assertThat(client.units(SELL_ALL)).isEqualTo(placed);
    trading.tick("990");
    Answer executed = client.units(SELL_ALL);
    assertThat(executed.text("/id")).isEqualTo(placed.text("/id"));
    client.order(1);
    assertThat(client.units(SELL_ALL).text("/status")).isEqualTo("finished");
    assertThat(trading.state().holding("BTC_USDT_LONG").orElseThrow().units()).isZero();
  }

  @Test
  void aWaitingUnitOrderIsCancelled() throws Exception {
    trading.buyUnits(Side.LONG, "100");
    trading.degraded();
    Answer placed = client.units(SELL_ALL);
    Answer cancelled = client.cancelUnitOrder(placed.text("/id"));
    assertThat(cancelled.status()).isEqualTo(200);
    assertThat(cancelled.text("/finish_as")).isEqualTo("cancelled");
    assertThat(trading.state().resting()).isEmpty();
  }

  @Test
  void sentAgainItIsTheSameOrderWaitingFilledOrCancelled() throws Exception {
    trading.buy(10);
    trading.degraded();
    Answer placed = client.order(CLOSE);
    assertThat(client.order(CLOSE)).isEqualTo(placed);
    assertThat(trading.state().resting()).hasSize(1);

    Answer cancelled = client.cancelOrder(placed.text("/id"));
    assertThat(cancelled.text("/finish_as")).isEqualTo("cancelled");
    assertThat(client.order(CLOSE).text("/finish_as")).isEqualTo("cancelled");
    trading.tick("1000");
    client.order(1);
    assertThat(trading.position().size()).isEqualTo(11);
  }

  @Test
  void whatHasFilledCanNoLongerBeCancelled() throws Exception {
    trading.buy(10);
    trading.degraded();
    String id = client.order(CLOSE).text("/id");
    trading.tick("1000");
    assertRefused(client.cancelOrder(id), 400, "ORDER_FINISHED", "order_id");
    assertThat(trading.position().isFlat()).isTrue();
    assertRefused(client.cancelOrder("5"), 404, "ORDER_NOT_FOUND", "order_id");
  }

  @Test
  void aWaitingOrderIsCancelledByItsLabelAndWithAllOfItsContract() throws Exception {
    trading.buy(10);
    trading.degraded();
    client.order(CLOSE);
    assertThat(client.cancelOrder("t-c").text("/status")).isEqualTo("finished");
    client.order(-1);
    client.order(-2);
    assertThat(client.cancelAll("orders").text("/1/finish_as")).isEqualTo("cancelled");
    assertThat(trading.state().resting()).isEmpty();
  }
}
