package venue.wire.gate;

import java.util.Locale;
import venue.domain.resting.FinishedOrder;
import venue.domain.resting.RestingOrder.WaitingUnitOrder;
import venue.domain.smartleverage.UnitOrder;
import venue.wire.json.JsonObject;

/** An order for units that waits for a good tick, or waited for one in vain. */
public final class WaitingUnitOrderJson {

  private WaitingUnitOrderJson() {}

  /** An order that waits. */
  public static JsonObject open(long account, WaitingUnitOrder waiting) {
    return fields(account, waiting).put("status", "open").build();
  }

  /**
   * An order that ended without being executed; {@code finish_as} is cancelled, failed, liquidated
   * or expired.
   */
  public static JsonObject ended(long account, WaitingUnitOrder waiting, FinishedOrder ended) {
    return fields(account, waiting)
        .put("status", "finished")
        .put("finish_as", ended.end().name().toLowerCase(Locale.ROOT))
        .seconds("finish_time", ended.time())
        .build();
  }

  private static JsonObject.Builder fields(long account, WaitingUnitOrder waiting) {
    JsonObject.Builder fields =
        JsonObject.builder()
            .put("id", waiting.id())
            .put("user", account)
            .put("product", waiting.order().fund())
            .put("side", waiting.buys() ? "buy" : "sell")
            .put("epoch", waiting.epoch())
            .seconds("create_time", waiting.time())
            .put("text", waiting.order().text().orElse("api"));
    return switch (waiting.order()) {
      case UnitOrder.Sell order -> fields.put("units", order.units());
      case UnitOrder.SellFraction order -> fields.put("fraction", order.fraction());
      case UnitOrder.Buy order -> fields.put("amount", order.amount());
    };
  }
}
