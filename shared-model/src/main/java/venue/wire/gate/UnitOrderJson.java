package venue.wire.gate;

import venue.domain.smartleverage.UnitFill;
import venue.wire.json.JsonObject;

/** An executed order for units. */
public final class UnitOrderJson {

  private UnitOrderJson() {}

  /** The order; {@code cash} is the change of the account's cash, {@code fee} is part of it. */
  public static JsonObject of(UnitFill fill) {
    return JsonObject.builder()
        .put("id", fill.id())
        .put("user", fill.account())
        .put("product", fill.order().fund())
        .put("series", fill.series())
        .put("side", fill.units().signum() > 0 ? "buy" : "sell")
        .put("status", "finished")
        .seconds("create_time", fill.time())
        .put("units", fill.units().abs())
        .put("unit_price", fill.unitPrice())
        .put("cash", fill.cash())
        .put("fee", fill.fee())
        .put("fill_price", fill.price().price())
        .put("text", fill.order().text().orElse("api"))
        .build();
  }
}
