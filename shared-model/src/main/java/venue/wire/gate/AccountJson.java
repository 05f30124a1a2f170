package venue.wire.gate;

import java.math.BigDecimal;
import venue.domain.account.Account;
import venue.domain.advance.Standing;
import venue.domain.futures.CrossMargin;
import venue.domain.futures.Position;
import venue.domain.futures.PositionMode;
import venue.domain.market.Contract;
import venue.domain.market.Tick;
import venue.wire.json.JsonObject;

/** What an account has, in sums, as Gate shows it; funding owed up to the ticks is counted in. */
public final class AccountJson {

  private AccountJson() {}

  /** The sums of an account at the latest ticks. */
  public static JsonObject of(Standing standing) {
    BigDecimal unrealised = BigDecimal.ZERO;
    BigDecimal initial = BigDecimal.ZERO;
    BigDecimal maintenance = BigDecimal.ZERO;
    BigDecimal owed = BigDecimal.ZERO;
    BigDecimal owedByIsolated = BigDecimal.ZERO;
    for (Position position : standing.positions()) {
      Standing.MarketTick at = standing.markets().get(position.market());
      if (at != null) {
        Contract contract = at.market().contract();
        Tick tick = at.tick();
        BigDecimal value = contract.base(Math.abs(position.size())).multiply(tick.price());
        unrealised = unrealised.add(position.unrealised(contract, tick.price()));
        BigDecimal funding = position.fundingOwed(contract, tick.fundingIndex());
        owed = owed.add(funding);
        owedByIsolated = position.cross() ? owedByIsolated : owedByIsolated.add(funding);
        initial =
            initial.add(
                Position.initialMargin(value, position.leverage(), contract.takerFeeRate()));
        maintenance = maintenance.add(contract.maintenance(position.size(), tick.price()));
      }
    }
    Account account = standing.account();
    boolean hedge = account.mode() == PositionMode.HEDGE;
    return JsonObject.builder()
        .put("user", account.number())
        .put("currency", "USDT")
        .put("total", account.cash().subtract(owed))
        .put("unrealised_pnl", unrealised)
        .put("position_margin", account.positionMargin().subtract(owedByIsolated))
        .put("order_margin", account.orderMargin())
        .put("available", CrossMargin.available(account, standing.legs()))
        .put("position_initial_margin", initial)
        .put("maintenance_margin", maintenance)
        .put("point", BigDecimal.ZERO)
        .put("bonus", BigDecimal.ZERO)
        .put("in_dual_mode", hedge)
        .put("position_mode", hedge ? "dual" : "single")
        .put("margin_mode", 0)
        .put("enable_credit", false)
        .put("enable_tiered_mm", true)
        .put("history", JsonObject.builder().put("dnw", account.external().negate()).build())
        .build();
  }
}
