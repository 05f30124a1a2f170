package venue.wire.gate;

import java.util.Locale;
import venue.domain.smartleverage.Rebalance;
import venue.wire.json.JsonObject;

/** A rebalance with every input, so that anyone can recompute it. */
public final class RebalanceJson {

  private RebalanceJson() {}

  /** The rebalance; amounts are those of one unit. */
  public static JsonObject of(Rebalance rebalance) {
    return JsonObject.builder()
        .put("product", rebalance.before().name())
        .put("series", rebalance.before().series())
        .put("kind", rebalance.kind().name().toLowerCase(Locale.ROOT))
        .seconds("time", rebalance.time())
        .put("tick", rebalance.tick())
        .put("price", rebalance.price())
        .put("funding_index", rebalance.fundingIndex())
        .put("volatility", rebalance.sigma())
        .put("target_leverage", rebalance.target())
        .put("leverage_before", rebalance.leverageBefore())
        .put("nav_before", rebalance.navBefore())
        .put("cost", rebalance.cost())
        .put("nav_after", rebalance.after().nav())
        .put("exposure_before", rebalance.before().exposure())
        .put("exposure_after", rebalance.after().exposure())
        .build();
  }
}
