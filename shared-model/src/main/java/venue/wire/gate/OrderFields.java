package venue.wire.gate;

import java.math.BigDecimal;
import java.util.Locale;
import venue.domain.futures.FuturesOrder;
import venue.domain.futures.Limit;
import venue.wire.json.JsonObject;

/** What every futures order shows, filled or not. */
final class OrderFields {

  private OrderFields() {}

  /** The fields that follow from what the client asked for. */
  static JsonObject.Builder of(long account, long id, FuturesOrder order, BigDecimal feeRate) {
    JsonObject.Builder json = JsonObject.builder();
    order.closes().ifPresent(side -> json.put("auto_size", AutoSize.of(side)));
    return json.put("id", id)
        .put("user", account)
        .put("contract", order.market())
        .put("iceberg", 0)
        .put("price", order.limit().map(Limit::price).orElse(BigDecimal.ZERO))
        .put(
            "tif",
            order.limit().map(limit -> limit.tif().name().toLowerCase(Locale.ROOT)).orElse("ioc"))
        .put("text", order.text().orElse("api"))
        .put("close", order.close())
        .put("is_close", order.close())
        .put("reduce_only", order.reduceOnly())
        .put("is_reduce_only", order.reduceOnly())
        .put("is_liq", false)
        .put("tkfr", feeRate)
        .put("mkfr", feeRate)
        .put("refu", 0)
        .put("stp_id", 0)
        .put("stp_act", "-")
        .put("amend_text", "-");
  }
}
