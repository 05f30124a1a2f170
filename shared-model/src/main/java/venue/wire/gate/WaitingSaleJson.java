package venue.wire.gate;

import java.util.Locale;
import venue.domain.resting.FinishedOrder;
import venue.domain.resting.RestingOrder.WaitingSale;
import venue.domain.smartleverage.UnitOrder;
import venue.wire.json.JsonObject;

/** A sale of units that waits for a good tick, or waited for one in vain. */
public final class WaitingSaleJson {

  private WaitingSaleJson() {}

  /** A sale that waits. */
  public static JsonObject open(long account, WaitingSale sale) {
    return fields(account, sale).put("status", "open").build();
  }

  /** A sale that ended without being executed; {@code finish_as} is cancelled or failed. */
  public static JsonObject ended(long account, WaitingSale sale, FinishedOrder ended) {
    return fields(account, sale)
        .put("status", "finished")
        .put("finish_as", ended.end().name().toLowerCase(Locale.ROOT))
        .seconds("finish_time", ended.time())
        .build();
  }

  private static JsonObject.Builder fields(long account, WaitingSale sale) {
    JsonObject.Builder fields =
        JsonObject.builder()
            .put("id", sale.id())
            .put("user", account)
            .put("product", sale.order().fund())
            .put("side", "sell")
            .seconds("create_time", sale.time())
            .put("text", sale.order().text().orElse("api"));
    return switch (sale.order()) {
      case UnitOrder.Sell order -> fields.put("units", order.units());
      case UnitOrder.SellFraction order -> fields.put("fraction", order.fraction());
      case UnitOrder.Buy order -> fields.put("amount", order.amount());
    };
  }
}
