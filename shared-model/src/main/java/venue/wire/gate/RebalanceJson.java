package venue.wire.gate;

import java.util.Locale;
import venue.domain.smartleverage.FundDeleverage;
import venue.domain.smartleverage.Rebalance;
import venue.wire.json.JsonObject;

/** A rebalance with every input, so that anyone can recompute it. */
public final class RebalanceJson {

  private RebalanceJson() {}

  /** The rebalance; amounts are those of one unit. */
  public static JsonObject of(Rebalance rebalance) {
    JsonObject.Builder shown =
        JsonObject.builder()
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
            .put("epoch", rebalance.after().epoch())
            .put("exposure_before", rebalance.before().exposure())
            .put("exposure_after", rebalance.after().exposure());
    rebalance.deleverage().ifPresent(why -> put(why, shown));
    return shown.build();
  }

  private static void put(FundDeleverage why, JsonObject.Builder shown) {
    shown
        .put("step", why.step())
        .put("skew", why.deficit().skew())
        .put("house_equity", why.deficit().equity())
        .put("house_floor", why.deficit().floor())
        .put("contracts", why.deficit().contracts())
        .put("units", why.units());
  }
}
