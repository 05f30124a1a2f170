package venue.accountquery;

import java.util.Optional;
import java.util.function.Function;
import venue.domain.Outcome;
import venue.domain.account.IdRange;
import venue.domain.history.FuturesTrade;
import venue.domain.resting.FinishedOrder;
import venue.wire.Fields;
import venue.wire.HttpRequest;
import venue.wire.HttpResponse;
import venue.wire.gate.ListQuery;
import venue.wire.gate.TradeJson;
import venue.wire.json.Json;
import venue.wire.json.JsonArray;

/** An account's trades in contracts, the newest first: orders that filled, and liquidations. */
record Trades(Ledger ledger) {

  /** Of all times, of one order, or those before one of the list. */
  HttpResponse byPage(HttpRequest request) {
    return ledger.askUsdt(
        request,
        (asked, account) -> {
          Fields fields = Fields.ofParameters(asked);
          Optional<Long> order = fields.optionalId("order");
          Optional<Long> last = fields.optionalId("last_id");
          return ListQuery.read(fields)
              .then(
                  query ->
                      Outcome.done(
                          list(
                              account,
                              query,
                              query
                                  .ids()
                                  .and(order.map(id -> ofOrder(account, id)).orElse(IdRange.ALL))
                                  .and(last.map(IdRange::below).orElse(IdRange.ALL)),
                              TradeJson::of)));
        });
  }

  // An order that rested was filled by a trade with another id.
  private IdRange ofOrder(long account, long order) {
    return IdRange.only(
        ledger.fills().ended(account, order).flatMap(FinishedOrder::fill).orElse(order));
  }

  /** Of a range of time; all of them took. */
  HttpResponse byTime(HttpRequest request) {
    return ledger.askUsdt(
        request,
        (asked, account) -> {
          Fields fields = Fields.ofParameters(asked);
          Optional<String> role = fields.optionalOneOf("role", "maker", "taker");
          return ListQuery.read(fields)
              .then(
                  query ->
                      Outcome.done(
                          role.filter("maker"::equals).isPresent()
                              ? JsonArray.of()
                              : list(account, query, query.ids(), TradeJson::ofRange)));
        });
  }

  private Json list(
      long account, ListQuery query, IdRange ids, Function<FuturesTrade, Json> shown) {
    return JsonArray.of(
        query.part(
            ledger
                .journal()
                .newest(
                    account,
                    ids,
                    query.wanted(),
                    event ->
                        FuturesTrade.of(event).stream()
                            .filter(trade -> query.isOf(trade.market()))
                            .map(shown)
                            .toList())));
  }
}
