package venue.accountquery;

import java.util.List;
import venue.domain.Outcome;
import venue.domain.history.AccountEvent;
import venue.domain.resting.FinishedOrder;
import venue.domain.resting.RestingOrder.RestingFutures;
import venue.wire.Fields;
import venue.wire.HttpRequest;
import venue.wire.HttpResponse;
import venue.wire.gate.ListQuery;
import venue.wire.json.Json;
import venue.wire.json.JsonArray;

/** An account's orders that do no more, by when they filled or, if they did not, were accepted. */
record FinishedOrders(Ledger ledger, Orders orders) {

  HttpResponse byTime(HttpRequest request) {
    return ledger.askUsdt(
        request,
        (asked, account) ->
            ListQuery.read(Fields.ofParameters(asked))
                .then(query -> Outcome.done(list(account, query))));
  }

  private Json list(long account, ListQuery query) {
    List<AccountEvent> events =
        ledger.journal().newest(account, query.ids(), query.wanted(), event -> order(event, query));
    List<FinishedOrder> ended =
        ledger
            .journal()
            .newestEnded(account, query.ids(), query.wanted(), end -> isUnfilled(end, query));
    return JsonArray.of(query.part(orders.finished(account, query.contract(), events, ended)));
  }

  private static List<AccountEvent> order(AccountEvent event, ListQuery query) {
    return Orders.isOrder(event) && query.isOf(event.instrument().orElseThrow())
        ? List.of(event)
        : List.of();
  }

  // A price order is in its own list; what filled is shown by its fill.
  private static boolean isUnfilled(FinishedOrder end, ListQuery query) {
    return end.order() instanceof RestingFutures
        && end.fill().isEmpty()
        && query.isOf(end.order().market());
  }
}
