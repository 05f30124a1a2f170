package venue.wire.gate;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;
import venue.domain.futures.DeleverageFill;
import venue.domain.futures.FuturesFill;
import venue.domain.futures.FuturesOrder;
import venue.domain.resting.FinishedOrder;
import venue.domain.resting.RestingOrder.RestingFutures;
import venue.wire.json.JsonObject;

/** A futures order as Gate shows it. */
public final class OrderJson {

  private OrderJson() {}

  /**
   * An order that filled.
   *
   * @param orderFeeRate of its contract
   */
  public static JsonObject of(FuturesFill fill, BigDecimal orderFeeRate) {
    return OrderFields.of(fill.account(), fill.accepted().id(), fill.order(), orderFeeRate)
        .put("status", "finished")
        .put("finish_as", "filled")
        .seconds("create_time", fill.accepted().time())
        .seconds("update_time", fill.time())
        .seconds("finish_time", fill.time())
        .put("size", fill.order().close() ? 0 : fill.filled())
        .put("left", 0)
        .put("fill_price", fill.price().price())
        .put("fee", fill.fee())
        .put("pnl", fill.result())
        .put("funding", fill.funding())
        .build();
  }

  /**
   * An auto-deleveraging, which is shown as the order that nobody gave.
   *
   * @param orderFeeRate of its contract
   */
  public static JsonObject of(DeleverageFill fill, BigDecimal orderFeeRate) {
    FuturesOrder order =
        new FuturesOrder(
            fill.market(), fill.closed(), false, true, Optional.of(DeleverageFill.TEXT));
    return OrderFields.of(fill.account(), fill.id(), order, orderFeeRate)
        .put("status", "finished")
        .put("finish_as", "auto_deleveraged")
        .seconds("create_time", fill.time())
        .seconds("update_time", fill.time())
        .seconds("finish_time", fill.time())
        .put("size", fill.closed())
        .put("left", 0)
        .put("fill_price", fill.price())
        .put("fee", BigDecimal.ZERO)
        .put("pnl", fill.result())
        .put("funding", fill.funding())
        .build();
  }

  /**
   * An order that rests.
   *
   * @param orderFeeRate of its contract
   */
  public static JsonObject open(long account, RestingFutures order, BigDecimal orderFeeRate) {
    return unfilled(account, order, order.updated(), orderFeeRate).put("status", "open").build();
  }

  /**
   * An order that rested, or was to fill at once, and ended without a fill.
   *
   * @param orderFeeRate of its contract
   */
  public static JsonObject ended(
      long account, RestingFutures order, FinishedOrder ended, BigDecimal orderFeeRate) {
    return unfilled(account, order, ended.time(), orderFeeRate)
        .put("status", "finished")
        .put("finish_as", finishAs(order.order(), ended.end()))
        .seconds("finish_time", ended.time())
        .build();
  }

  private static JsonObject.Builder unfilled(
      long account, RestingFutures order, Instant updated, BigDecimal orderFeeRate) {
    return OrderFields.of(account, order.id(), order.order(), orderFeeRate)
        .seconds("create_time", order.time())
        .seconds("update_time", updated)
        .put("size", order.order().size())
        .put("left", order.order().size())
        .put("fill_price", BigDecimal.ZERO);
  }

  private static String finishAs(FuturesOrder order, FinishedOrder.End end) {
    return switch (end) {
      case SUCCEEDED -> "filled";
      case CANCELLED, EXPIRED -> "cancelled";
      case POSITION_CLOSED -> "position_closed";
      case FAILED -> order.onlyReduces() ? "reduce_only" : "cancelled";
      case UNFILLED -> "ioc";
      case LIQUIDATED -> "liquidated";
    };
  }
}
