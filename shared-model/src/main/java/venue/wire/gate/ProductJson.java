package venue.wire.gate;

import java.math.BigDecimal;
import java.util.Locale;
import venue.domain.market.Market;
import venue.domain.market.Tick;
import venue.domain.smartleverage.Fund;
import venue.domain.smartleverage.FundRule;
import venue.wire.json.JsonObject;

/** A Smart Leverage product: the fund's value, its leverage now, its target and its band. */
public final class ProductJson {

  private ProductJson() {}

  /** The product at a tick. */
  public static JsonObject of(Fund fund, Market market, Tick tick) {
    FundRule rule = market.fund();
    BigDecimal sigma = tick.volatility().sigma();
    BigDecimal target = rule.target(sigma, fund.side());
    return JsonObject.builder()
        .put("name", fund.name())
        .put("market", fund.market())
        .put("direction", fund.side().name().toLowerCase(Locale.ROOT))
        .put("series", fund.series())
        .put("nav", fund.navAt(tick))
        .put("leverage", fund.leverageAt(tick))
        .put("target_leverage", target)
        .put("lower_edge", rule.lowerEdge(target))
        .put("upper_edge", rule.upperEdge(target))
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
