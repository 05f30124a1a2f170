package venue.accountquery;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import venue.domain.Outcome;
import venue.domain.market.Contract;
import venue.domain.market.Market;
import venue.store.MarketPage;
import venue.wire.Fields;
import venue.wire.HttpRequest;
import venue.wire.HttpResponse;
import venue.wire.gate.FeeJson;

/** What an account pays for orders: the same as everybody. */
record Fees(Ledger ledger) {

  /** By contract: of one, or of all. */
  HttpResponse ofContracts(HttpRequest request) {
    return ledger.askUsdt(
        request,
        (asked, account) ->
            contracts(asked, "contract").then(found -> Outcome.done(FeeJson.of(found))));
  }

  /** Of one contract, or without one the highest of all. */
  HttpResponse ofWallet(HttpRequest request) {
    return ledger.ask(
        request,
        (asked, account) ->
            contracts(asked, "currency_pair")
                .then(found -> Outcome.done(FeeJson.ofWallet(account, highest(found)))));
  }

  private Outcome<List<Contract>> contracts(HttpRequest asked, String field) {
    Fields fields = Fields.ofParameters(asked);
    Optional<String> name = fields.optionalText(field);
    return fields
        .as(() -> name)
        .then(
            one ->
                one.map(market -> ledger.market(market).then(page -> Outcome.done(List.of(page))))
                    .orElseGet(
                        () -> Outcome.done(ledger.markets().pages(ledger.markets().names()))))
        .then(
            pages ->
                Outcome.done(
                    pages.stream().map(MarketPage::market).map(Market::contract).toList()));
  }

  private static BigDecimal highest(List<Contract> contracts) {
    return contracts.stream().map(Contract::orderFeeRate).reduce(BigDecimal.ZERO, BigDecimal::max);
  }
}
