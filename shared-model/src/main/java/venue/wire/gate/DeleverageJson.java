package venue.wire.gate;

import java.math.BigDecimal;
import venue.domain.futures.DeleverageFill;
import venue.wire.json.JsonObject;

/** An auto-deleveraging as Gate shows it, with the evidence by which anyone can recompute it. */
public final class DeleverageJson {

  private DeleverageJson() {}

  /** The closing; {@code position_size} is what the position kept. */
  public static JsonObject of(DeleverageFill fill) {
    BigDecimal leverage = BigDecimal.valueOf(fill.leverage());
    return JsonObject.builder()
        .put("time", fill.time().getEpochSecond())
        .put("user", fill.account())
        .put("order_id", fill.id())
        .put("contract", fill.market())
        .put("leverage", fill.cross() ? BigDecimal.ZERO : leverage)
        .put("cross_leverage_limit", fill.cross() ? leverage : BigDecimal.ZERO)
        .put("entry_price", fill.entryPrice())
        .put("fill_price", fill.price())
        .put("trade_size", fill.closed())
        .put("position_size", fill.size() + fill.closed())
        .put("tick", fill.tick())
        .put("funding_index", fill.fundingIndex())
        .put("pnl", fill.result())
        .put("funding", fill.funding())
        .put("house_equity", fill.deficit().equity())
        .put("house_floor", fill.deficit().floor())
        .put("net_exposure", fill.deficit().skew())
        .put("step", fill.place().step())
        .put("rank", fill.place().rank())
        .put("score", fill.place().score())
        .build();
  }
}
