package venue.wire.gate;

import java.math.BigDecimal;
import venue.domain.futures.LiquidationFill;
import venue.domain.futures.LiquidationFill.Beside;
import venue.wire.json.JsonArray;
import venue.wire.json.JsonObject;

/** A liquidation as Gate shows it, with the evidence by which anyone can recompute it. */
public final class LiquidationJson {

  private LiquidationJson() {}

  /** The liquidation; {@code size} is what the position had, {@code left} what it kept. */
  public static JsonObject of(LiquidationFill fill) {
    BigDecimal leverage = BigDecimal.valueOf(fill.leverage());
    return JsonObject.builder()
        .put("time", fill.time().getEpochSecond())
        .put("contract", fill.market())
        .put("leverage", fill.cross() ? BigDecimal.ZERO : leverage)
        .put("cross_leverage_limit", fill.cross() ? leverage : BigDecimal.ZERO)
        .put("size", fill.size())
        .put("margin", fill.margin())
        .put("entry_price", fill.entryPrice())
        .put("liq_price", fill.liquidationPrice())
        .put("mark_price", fill.price())
        .put("order_id", fill.id())
        .put("order_price", fill.fillPrice())
        .put("fill_price", fill.fillPrice())
        .put("left", fill.size() + fill.closed())
        .put("tick", fill.tick())
        .put("funding_index", fill.fundingIndex())
        .put("equity", fill.equity())
        .put("maintenance_margin", fill.maintenance())
        .put("fee", fill.fee())
        .put("returned", fill.returned())
        .put("uncovered", fill.uncovered())
        .put("beside", JsonArray.of(fill.beside().stream().map(LiquidationJson::beside).toList()))
        .build();
  }

  private static JsonObject beside(Beside leg) {
    return JsonObject.builder()
        .put("contract", leg.market())
        .put("tick", leg.tick())
        .put("mark_price", leg.price())
        .put("result", leg.result())
        .put("maintenance_margin", leg.maintenance())
        .build();
  }
}
