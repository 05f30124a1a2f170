package venue.wire.gate;

import venue.domain.history.PublicTrade;
import venue.wire.json.JsonObject;

/** A trade as Gate shows it to everybody. */
public final class PublicTradeJson {

  private PublicTradeJson() {}

  /** The trade; {@code create_time_ms} is in seconds too, with milliseconds. */
  public static JsonObject of(PublicTrade trade) {
    return JsonObject.builder()
        .put("id", trade.id())
        .seconds("create_time", trade.time())
        .seconds("create_time_ms", trade.time())
        .put("contract", trade.market())
        .put("size", trade.size())
        .put("price", trade.price())
        .build();
  }

  /**
   * A liquidation; {@code size} is what the position had, {@code left} what it kept.
   *
   * @param liquidated the contracts of the position before it, signed
   */
  public static JsonObject ofLiquidation(PublicTrade trade, long liquidated) {
    return JsonObject.builder()
        .put("time", trade.time().getEpochSecond())
        .put("contract", trade.market())
        .put("size", liquidated)
        .put("order_size", trade.size())
        .put("order_price", trade.price())
        .put("fill_price", trade.price())
        .put("left", liquidated + trade.size())
        .build();
  }
}
