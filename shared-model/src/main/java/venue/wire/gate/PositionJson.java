package venue.wire.gate;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import venue.domain.Rounding;
import venue.domain.account.Account;
import venue.domain.advance.Standing;
import venue.domain.futures.CrossLeg;
import venue.domain.futures.CrossMargin;
import venue.domain.futures.DeleverageRanking;
import venue.domain.futures.Position;
import venue.domain.futures.Winner;
import venue.domain.market.Contract;
import venue.domain.market.Market;
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
   * @param standing what the account has open
   * @param tick none before the market's first; then the position is flat
   * @param ranking of the market, none before its first
   */
  public static JsonObject of(
      Standing standing,
      Position position,
      Market market,
      Optional<Tick> tick,
      Optional<DeleverageRanking> ranking) {
    Account account = standing.account();
    List<CrossLeg> others = standing.legsBeside(position.slot());
    Contract contract = market.contract();
    BigDecimal mark = tick.map(Tick::price).orElse(BigDecimal.ZERO);
    BigDecimal index = tick.map(Tick::fundingIndex).orElse(BigDecimal.ZERO);
    BigDecimal value = contract.base(Math.abs(position.size())).multiply(mark);
    BigDecimal funding = Rounding.userChange(position.fundingOwed(contract, index).negate());
    Tier tier = contract.tiers().tierOf(value);
    BigDecimal liquidationPrice =
        tick.filter(at -> !position.isFlat())
            .map(at -> CrossMargin.liquidationPrice(account, position, market, at, others))
            .orElse(BigDecimal.ZERO);
    int place =
        tick.flatMap(at -> Winner.of(account, position, market, at, others))
            .map(winner -> ranking.map(made -> made.of(winner)).orElse(DeleverageRanking.FIRST))
            .orElse(DeleverageRanking.NONE);
    BigDecimal leverage = BigDecimal.valueOf(position.leverage());
    BigDecimal initialMargin =
        Position.initialMargin(value, position.leverage(), contract.takerFeeRate());
    return JsonObject.builder()
        .put("user", account.number())
        .put("contract", position.market())
        .put("size", position.size())
        .put("leverage", position.cross() ? BigDecimal.ZERO : leverage)
        .put("cross_leverage_limit", position.cross() ? leverage : BigDecimal.ZERO)
        .put("mode", position.slot().mode().name().toLowerCase(Locale.ROOT))
        .put("risk_limit", tier.riskLimit())
        .put("risk_limit_table", TierJson.table(contract))
        .put("leverage_max", BigDecimal.valueOf(tier.leverageMax()))
        .put("maintenance_rate", tier.maintenanceRate())
        .put("value", value)
        .put("margin", position.cross() ? initialMargin : position.margin().add(funding))
        .put("entry_price", position.entryPrice(contract))
        .put("liq_price", liquidationPrice)
        .put("mark_price", mark)
        .put("initial_margin", initialMargin)
        .put("maintenance_margin", contract.maintenance(position.size(), mark))
        .put("unrealised_pnl", position.unrealised(contract, mark))
        .put("realised_pnl", position.realised().total().add(funding))
        .put("pnl_pnl", position.realised().trading())
        .put("pnl_fund", position.realised().funding().add(funding))
        .put("pnl_fee", position.realised().fees())
        .put("adl_ranking", place)
        .put("pending_orders", standing.limitOrders(position.market()))
        .put("close_order", new JsonNull())
        .put("open_time", position.openTime().getEpochSecond())
        .put("update_time", position.updateTime().getEpochSecond())
        .build();
  }
}
