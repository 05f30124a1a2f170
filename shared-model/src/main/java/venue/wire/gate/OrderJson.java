package venue.wire.gate;

import java.math.BigDecimal;
import venue.domain.futures.FuturesFill;
import venue.wire.json.JsonObject;

/** A filled futures order as Gate shows it. */
public final class OrderJson {

  private OrderJson() {}

  /**
   * The order.
   *
   * @param orderFeeRate of its contract
   */
  public static JsonObject of(FuturesFill fill, BigDecimal orderFeeRate) {
    return JsonObject.builder()
        .put("id", fill.id())
        .put("user", fill.account())
        .put("contract", fill.order().market())
        .seconds("create_time", fill.time())
        .seconds("update_time", fill.time())
        .seconds("finish_time", fill.time())
        .put("finish_as", "filled")
        .put("status", "finished")
        .put("size", fill.order().close() ? 0 : fill.filled())
        .put("iceberg", 0)
        .put("left", 0)
        .put("price", BigDecimal.ZERO)
        .put("fill_price", fill.price().price())
        .put("tif", "ioc")
        .put("text", fill.order().text().orElse("api"))
        .put("close", fill.order().close())
        .put("is_close", fill.order().close())
        .put("reduce_only", fill.order().reduceOnly())
        .put("is_reduce_only", fill.order().reduceOnly())
        .put("is_liq", false)
        .put("tkfr", orderFeeRate)
        .put("mkfr", orderFeeRate)
        .put("refu", 0)
        .put("stp_id", 0)
        .put("stp_act", "-")
        .put("amend_text", "-")
        .put("fee", fill.fee())
        .put("pnl", fill.result())
        .put("funding", fill.funding())
        .build();
  }
}
