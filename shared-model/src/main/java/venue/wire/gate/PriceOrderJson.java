package venue.wire.gate;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import venue.domain.Side;
import venue.domain.futures.FuturesOrder;
import venue.domain.resting.FinishedOrder;
import venue.domain.resting.RestingOrder.PriceOrder;
import venue.domain.resting.Trigger;
import venue.wire.json.JsonObject;

/** A stop-loss or take-profit as Gate shows it. */
public final class PriceOrderJson {

  private PriceOrderJson() {}

  /**
   * A price order that rests; one whose time has run out is shown as expired.
   *
   * @param now venue time
   */
  public static JsonObject of(long account, PriceOrder order, Instant now) {
    return order.isExpiredAt(now)
        ? ended(account, order, FinishedOrder.expired(order))
        : fields(account, order).put("status", "open").put("trade_id", 0).build();
  }

  /** A price order that rests no more, none if the finished order was not one. */
  public static Optional<JsonObject> of(long account, FinishedOrder ended) {
    return ended.order() instanceof PriceOrder order
        ? Optional.of(ended(account, order, ended))
        : Optional.empty();
  }

  private static JsonObject ended(long account, PriceOrder order, FinishedOrder ended) {
    return fields(account, order)
        .put("status", "finished")
        .put("trade_id", ended.fill().orElse(0L))
        .put("finish_as", finishAs(ended.end()))
        .put("reason", ended.end().name().toLowerCase(Locale.ROOT))
        .seconds("finish_time", ended.time())
        .build();
  }

  private static JsonObject.Builder fields(long account, PriceOrder order) {
    return JsonObject.builder()
        .put("id", order.id())
        .put("user", account)
        .put("initial", initial(order.order()))
        .put("trigger", trigger(order))
        .put("order_type", orderType(order))
        .put("me_order_id", 0)
        .seconds("create_time", order.time());
  }

  private static JsonObject initial(FuturesOrder order) {
    JsonObject.Builder json = JsonObject.builder();
    order.closes().ifPresent(side -> json.put("auto_size", AutoSize.of(side)));
    return json.put("contract", order.market())
        .put("size", order.size())
        .put("price", BigDecimal.ZERO)
        .put("tif", "ioc")
        .put("text", order.text().orElse("api"))
        .put("close", order.close())
        .put("is_close", order.close())
        .put("reduce_only", order.reduceOnly())
        .put("is_reduce_only", order.reduceOnly())
        .build();
  }

  private static JsonObject trigger(PriceOrder order) {
    long life =
        order.expires().map(end -> Duration.between(order.time(), end).toSeconds()).orElse(0L);
    return JsonObject.builder()
        .put("strategy_type", 0)
        .put("price_type", 0)
        .put("price", order.trigger().price())
        .put("rule", order.trigger().rule() == Trigger.Rule.AT_LEAST ? 1 : 2)
        .put("expiration", life)
        .build();
  }

  private static String orderType(PriceOrder order) {
    String all = order.closes() == Side.LONG ? "close-long-position" : "close-short-position";
    return order.order().close() ? all : "plan-" + all;
  }

  private static String finishAs(FinishedOrder.End end) {
    return switch (end) {
      case SUCCEEDED -> "succeeded";
      case CANCELLED, POSITION_CLOSED, LIQUIDATED -> "cancelled";
      case EXPIRED -> "expired";
      case FAILED, UNFILLED -> "failed";
    };
  }
}
