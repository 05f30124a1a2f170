package venue.wire.gate;

import venue.domain.futures.LiquidationFill;
import venue.wire.json.JsonObject;

/** A liquidation as Gate shows it, with the evidence by which anyone can recompute it. */
public final class LiquidationJson {

  private LiquidationJson() {}

  /** The liquidation; {@code size} is what the position had, {@code left} what it kept. */
  public static JsonObject of(LiquidationFill fill) {
    return JsonObject.builder()
        .put("time", fill.time().getEpochSecond())
        .put("contract", fill.market())
        .put("leverage", Integer.toString(fill.leverage()))
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
        .build();
  }
}
