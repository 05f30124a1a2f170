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
            .put("kind", kind(rebalance))
            .put("reason", reason(rebalance))
            .seconds("time", rebalance.time())
            .put("tick", rebalance.tick())
            .put("price", rebalance.price())
            .put("funding_index", rebalance.fundingIndex())
            .put("volatility", rebalance.sigma())
            .put("target_leverage", rebalance.target())
            .put("leverage_before", rebalance.leverageBefore())
            .put("leverage_after", rebalance.leverageAfter())
            .put("nav_before", rebalance.navBefore())
            .put("cost", rebalance.cost())
            .put("nav_after", rebalance.after().nav())
            .put("epoch_before", rebalance.before().epoch())
            .put("epoch", rebalance.after().epoch())
            .put("exposure_before", rebalance.before().exposure())
            .put("exposure_after", rebalance.after().exposure());
    rebalance.deleverage().ifPresent(why -> put(why, shown));
    return shown.build();
  }

  static String kind(Rebalance rebalance) {
    return rebalance.kind().name().toLowerCase(Locale.ROOT);
  }

  /** Why it was done, in words. */
  static String reason(Rebalance rebalance) {
    return switch (rebalance.kind()) {
      case CUT -> "leverage was above what the fund's rule allows at this volatility and time";
      case RAISE -> "leverage was below what the fund's rule asks for at this volatility and time";
      case WIPE -> "nothing was left to the holders of the series; the next one begins";
      case DELEVERAGE ->
          "the house's equity was below its floor and no winning position was left to be closed"
              + " but hedged ones";
    };
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
