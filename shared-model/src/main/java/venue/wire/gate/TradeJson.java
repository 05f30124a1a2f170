package venue.wire.gate;

import java.math.BigDecimal;
import venue.domain.history.FuturesTrade;
import venue.wire.json.JsonObject;

/** A trade of an account as Gate shows it to its owner. */
public final class TradeJson {

  private TradeJson() {}

  /** In the list by pages. */
  public static JsonObject of(FuturesTrade trade) {
    return fields(JsonObject.builder().put("id", trade.id()), trade);
  }

  /** In the list by time. */
  public static JsonObject ofRange(FuturesTrade trade) {
    return fields(JsonObject.builder().put("trade_id", Long.toString(trade.id())), trade);
  }

  /** The label of its order, or where the order came from. */
  static String text(FuturesTrade trade) {
    return trade.text().orElse("api");
  }

  private static JsonObject fields(JsonObject.Builder json, FuturesTrade trade) {
    return json.seconds("create_time", trade.time())
        .put("contract", trade.market())
        .put("order_id", Long.toString(trade.order()))
        .put("size", trade.size())
        .put("close_size", trade.closed())
        .put("price", trade.price())
        .put("role", "taker")
        .put("text", text(trade))
        .put("fee", trade.fee())
        .put("point_fee", BigDecimal.ZERO)
        .build();
  }
}
