package venue.wire.gate;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;
import venue.domain.Rounding;
import venue.domain.market.Contract;
import venue.domain.market.Market;
import venue.domain.market.Tick;
import venue.domain.resting.RestingLimit;
import venue.wire.json.JsonObject;

/** A contract as Gate shows it. */
public final class ContractJson {

  private ContractJson() {}

  /**
   * The contract.
   *
   * @param tick none before the market's first
   * @param now venue time
   */
  public static JsonObject of(Market market, Optional<Tick> tick, Instant now) {
    Contract contract = market.contract();
    BigDecimal price = tick.map(Tick::price).orElse(BigDecimal.ZERO);
    BigDecimal fundingRate = tick.map(Tick::fundingRate).orElse(BigDecimal.ZERO);
    BigDecimal riskLimitBase = contract.tiers().tiers().getFirst().riskLimit();
    long interval = market.funding().interval().toSeconds();
    return JsonObject.builder()
        .put("name", contract.name())
        .put("type", "direct")
        .put("status", "trading")
        .put("in_delisting", false)
        .put("quanto_multiplier", contract.quantoMultiplier())
        .put("order_price_round", contract.priceStep())
        .put("mark_price_round", contract.priceStep())
        .put("order_price_deviate", contract.priceDeviation())
        .put("order_size_min", contract.sizeMin())
        .put("order_size_max", contract.sizeMax())
        .put("orders_limit", RestingLimit.MOST)
        .put("leverage_min", BigDecimal.valueOf(contract.leverageMin()))
        .put("leverage_max", BigDecimal.valueOf(contract.leverageMax()))
        .put("maintenance_rate", contract.tiers().lowestRate())
        .put("risk_limit_base", riskLimitBase)
        .put("risk_limit_step", riskLimitBase)
        .put("risk_limit_max", contract.tiers().riskLimitMax())
        .put("taker_fee_rate", contract.takerFeeRate())
        .put("maker_fee_rate", contract.orderFeeRate())
        .put("mark_type", "index")
        .put("mark_price", price)
        .put("index_price", price)
        .put("last_price", price)
        .put("funding_rate", fundingRate)
        .put("funding_rate_indicative", fundingRate)
        .put("funding_interval", interval)
        .put("funding_next_apply", (now.getEpochSecond() / interval + 1) * interval)
        .put("funding_cap_ratio", fundingCapRatio(market))
        .put("funding_rate_limit", market.funding().cap())
        .put("interest_rate", BigDecimal.ZERO)
        .put("position_size", tick.map(Tick::openInterest).orElse(0L))
        .put("trade_size", tick.map(at -> at.traded().contracts()).orElse(0L))
        .put("orderbook_id", tick.map(Tick::sequence).orElse(0L))
        .put("create_time", market.createTime().getEpochSecond())
        .put("config_change_time", market.createTime().getEpochSecond())
        .put("enable_decimal", false)
        .put("orders_wait", market.fill().waits())
        .build();
  }

  // Gate's limit is (1/leverage_max − maintenance_rate) × funding_cap_ratio; solved for the ratio.
  private static BigDecimal fundingCapRatio(Market market) {
    Contract contract = market.contract();
    BigDecimal room =
        contract.tiers().tiers().getFirst().initialRate().subtract(contract.tiers().lowestRate());
    return Rounding.shown(market.funding().cap(), room, 4);
  }
}
