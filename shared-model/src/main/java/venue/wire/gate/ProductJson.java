package venue.wire.gate;

import java.math.BigDecimal;
import java.util.Locale;
import venue.domain.market.Market;
import venue.domain.market.Tick;
import venue.domain.smartleverage.ActionPrices;
import venue.domain.smartleverage.Fund;
import venue.domain.smartleverage.LeveragePolicy;
import venue.wire.json.JsonObject;

/**
 * A Smart Leverage product: the fund's value, its leverage now, its target and its band, and at
 * which prices it acts; 0 for one that does not exist.
 */
public final class ProductJson {

  private ProductJson() {}

  /** The product at a tick. */
  public static JsonObject of(Fund fund, Market market, Tick tick) {
    LeveragePolicy policy = market.fund().policy(fund.side());
    BigDecimal sigma = tick.volatility().sigma();
    BigDecimal target = policy.target(sigma, fund.side());
    ActionPrices prices = ActionPrices.of(fund, market, tick);
    return JsonObject.builder()
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
        .seconds("time", tick.time())
        .build();
  }
}
