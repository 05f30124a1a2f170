package venue.accountquery;

import java.util.List;
import java.util.Optional;
import venue.domain.Outcome;
import venue.domain.smartleverage.Fund;
import venue.domain.smartleverage.Holding;
import venue.store.AccountState;
import venue.store.MarketPage;
import venue.wire.HttpRequest;
import venue.wire.HttpResponse;
import venue.wire.gate.HoldingJson;
import venue.wire.json.Json;
import venue.wire.json.JsonArray;

/** An account's units of Smart Leverage funds. */
record UnitHoldings(Ledger ledger) {

  HttpResponse all(HttpRequest request) {
    return ledger.askUsdt(
        request,
        (asked, account) -> ledger.state(account).then(state -> Outcome.done(list(state))));
  }

  private Json list(AccountState state) {
    List<MarketPage> pages = ledger.marketsOfHoldings(state);
    List<Json> shown =
        state.holdings().stream()
            .filter(holding -> holding.units().signum() > 0)
            .flatMap(holding -> shown(holding, pages).stream())
            .toList();
    return JsonArray.of(shown);
  }

  private Optional<Json> shown(Holding holding, List<MarketPage> pages) {
    for (MarketPage page : pages) {
      for (Fund fund : page.funds()) {
        if (fund.name().equals(holding.fund()) && page.tick().isPresent()) {
          return Optional.of(
              HoldingJson.of(holding, page.market(), fund, page.tick().get(), ledger.now()));
        }
      }
    }
    return Optional.empty();
  }
}
