package venue.wire.gate;

import java.math.BigDecimal;
import java.util.Optional;
import venue.domain.Rounding;
import venue.domain.futures.LiquidationPrice;
import venue.domain.futures.Position;
import venue.domain.market.Contract;
import venue.domain.market.Tick;
import venue.domain.market.Tier;
import venue.wire.json.JsonNull;
import venue.wire.json.JsonObject;

/** A position as Gate shows it, with the funding it owes up to the tick counted in. */
public final class PositionJson {

  private PositionJson() {}

  /**
   * The position.
   *
   * @param tick none before the market's first; then the position is flat
   */
  public static JsonObject of(
      long account, Position position, Contract contract, Optional<Tick> tick) {
    BigDecimal mark = tick.map(Tick::price).orElse(BigDecimal.ZERO);
    BigDecimal index = tick.map(Tick::fundingIndex).orElse(BigDecimal.ZERO);
    BigDecimal value = contract.base(Math.abs(position.size())).multiply(mark);
    BigDecimal funding = Rounding.userChange(position.fundingOwed(contract, index).negate());
    Tier tier = contract.tiers().tierOf(value);
    BigDecimal liquidationPrice =
        position.isFlat()
            ? BigDecimal.ZERO
            : LiquidationPrice.of(position, contract, index).price();
    return JsonObject.builder()
        .put("user", account)
        .put("contract", position.market())
        .put("size", position.size())
        .put("leverage", BigDecimal.valueOf(position.leverage()))
        .put("cross_leverage_limit", BigDecimal.ZERO)
        .put("mode", "single")
        .put("risk_limit", tier.riskLimit())
        .put("leverage_max", BigDecimal.valueOf(tier.leverageMax()))
        .put("maintenance_rate", tier.maintenanceRate())
        .put("value", value)
        .put("margin", position.margin().add(funding))
        .put("entry_price", position.entryPrice(contract))
        .put("liq_price", liquidationPrice)
        .put("mark_price", mark)
        .put(
            "initial_margin",
            Position.initialMargin(value, position.leverage(), contract.takerFeeRate()))
        .put("maintenance_margin", contract.maintenance(position.size(), mark))
        .put("unrealised_pnl", position.unrealised(contract, mark))
        .put("realised_pnl", position.realised().total().add(funding))
        .put("pnl_pnl", position.realised().trading())
        .put("pnl_fund", position.realised().funding().add(funding))
        .put("pnl_fee", position.realised().fees())
        .put("adl_ranking", 6)
        .put("pending_orders", 0)
        .put("close_order", new JsonNull())
        .put("open_time", position.openTime().getEpochSecond())
        .put("update_time", position.updateTime().getEpochSecond())
        .build();
  }
}
