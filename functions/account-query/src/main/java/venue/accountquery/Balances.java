package venue.accountquery;

import java.math.BigDecimal;
import java.util.List;
import venue.domain.Outcome;
import venue.domain.futures.CrossMargin;
import venue.domain.futures.Position;
import venue.domain.market.Contract;
import venue.domain.market.Tick;
import venue.store.AccountState;
import venue.store.MarketPage;
import venue.wire.HttpRequest;
import venue.wire.HttpResponse;
import venue.wire.json.Json;
import venue.wire.json.JsonObject;

/** What an account has, in sums. */
record Balances(Ledger ledger) {

  HttpResponse detail(HttpRequest request) {
    return ledger.ask(
        request,
        (asked, account) ->
            ledger
                .state(account)
                .then(state -> Outcome.done(JsonObject.builder().put("user_id", account).build())));
  }

  HttpResponse account(HttpRequest request) {
    return ledger.askUsdt(
        request,
        (asked, account) -> ledger.state(account).then(state -> Outcome.done(sums(state))));
  }

  private Json sums(AccountState state) {
    BigDecimal unrealised = BigDecimal.ZERO;
    BigDecimal initial = BigDecimal.ZERO;
    BigDecimal maintenance = BigDecimal.ZERO;
    BigDecimal owed = BigDecimal.ZERO;
    List<MarketPage> pages = ledger.marketsOfPositions(state);
    for (MarketPage page : pages) {
      Position position = state.position(page.market().name()).orElseThrow();
      if (!position.isFlat() && page.tick().isPresent()) {
        Contract contract = page.market().contract();
        Tick tick = page.tick().get();
        BigDecimal value = contract.base(Math.abs(position.size())).multiply(tick.price());
        unrealised = unrealised.add(position.unrealised(contract, tick.price()));
        owed = owed.add(position.fundingOwed(contract, tick.fundingIndex()));
        initial =
            initial.add(
                Position.initialMargin(value, position.leverage(), contract.takerFeeRate()));
        maintenance = maintenance.add(contract.maintenance(position.size(), tick.price()));
      }
    }
    return JsonObject.builder()
        .put("user", state.account().number())
        .put("currency", "USDT")
        .put("total", state.account().cash().subtract(owed))
        .put("unrealised_pnl", unrealised)
        .put("position_margin", state.account().positionMargin().subtract(owed))
        .put("order_margin", state.account().orderMargin())
        .put(
            "available",
            CrossMargin.available(state.account(), ledger.standing(state, pages).legs()))
        .put("position_initial_margin", initial)
        .put("maintenance_margin", maintenance)
        .put("point", BigDecimal.ZERO)
        .put("bonus", BigDecimal.ZERO)
        .put("in_dual_mode", false)
        .put("position_mode", "single")
        .put("margin_mode", 0)
        .put("enable_credit", false)
        .put("enable_tiered_mm", true)
        .put(
            "history", JsonObject.builder().put("dnw", state.account().external().negate()).build())
        .build();
  }
}
