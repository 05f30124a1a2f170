package venue.wire.gate;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.Optional;
import venue.domain.market.Market;
import venue.domain.market.Tick;
import venue.domain.smartleverage.ActionPrices;
import venue.domain.smartleverage.Capacity;
import venue.domain.smartleverage.Fund;
import venue.domain.smartleverage.LeveragePolicy;
import venue.domain.smartleverage.Rebalance;
import venue.wire.json.JsonObject;

/**
 * A Smart Leverage product: the fund's value, its leverage now, its target and its band, and at
 * which prices it acts; 0 for one that does not exist.
 */
public final class ProductJson {

  private ProductJson() {}

  /**
   * The product at a tick.
   *
   * @param last rebalance of the fund, if it had any
   */
  public static JsonObject of(Fund fund, Market market, Tick tick, Optional<Rebalance> last) {
    LeveragePolicy policy = market.fund().policy(fund.side());
    BigDecimal sigma = tick.volatility().sigma();
    BigDecimal target = policy.target(sigma, fund.side());
    ActionPrices prices = ActionPrices.of(fund, market, tick);
    JsonObject.Builder shown =
        JsonObject.builder()
            .put("name", fund.name())
            .put("market", fund.market())
            .put("direction", fund.side().name().toLowerCase(Locale.ROOT))
            .put("policy", policy.name())
            .put("series", fund.series())
            .put("epoch", fund.epoch())
            .put("nav", fund.navAt(tick))
            .put("leverage", fund.leverageAt(tick))
            .put("target_leverage", target)
            .put("lower_edge", policy.lowerEdge(target))
            .put("upper_edge", policy.upperEdge(target))
            .put("cut_price", prices.cut().orElse(BigDecimal.ZERO))
            .put("raise_price", prices.raise().orElse(BigDecimal.ZERO))
            .put("wipe_price", prices.wipe().orElse(BigDecimal.ZERO))
            .put("volatility", sigma)
            .put("exposure", fund.exposure())
            .put("price", tick.price())
            .put("management_fee", fund.managementFee())
            .put("rebalances", fund.rebalances())
            .seconds("last_rebalance_time", fund.time())
            .seconds("time", tick.time());
    Capacity.of(market, tick).amount(fund).ifPresent(amount -> shown.put("capacity", amount));
    tick.house().ifPresent(house -> shown.put("insurance", house.pot(fund.side())));
    last.ifPresent(done -> shown.put("last_action", action(done)));
    return shown.build();
  }

  private static JsonObject action(Rebalance done) {
    return JsonObject.builder()
        .put("kind", RebalanceJson.kind(done))
        .put("reason", RebalanceJson.reason(done))
        .seconds("time", done.time())
        .put("tick", done.tick())
        .put("price", done.price())
        .put("leverage_before", done.leverageBefore())
        .put("leverage_after", done.leverageAfter())
        .build();
  }
}
