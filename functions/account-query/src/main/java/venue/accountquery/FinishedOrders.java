package venue.accountquery;

import java.util.List;
import venue.domain.Outcome;
import venue.domain.futures.DeleverageFill;
import venue.domain.futures.FuturesFill;
import venue.domain.history.AccountEvent;
import venue.domain.history.AccountEvent.Deleveraged;
import venue.domain.history.AccountEvent.OrderFilled;
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
    List<FuturesFill> fills =
        ledger
            .journal()
            .newest(account, query.ids(), query.wanted(), event -> filled(event, query));
    List<DeleverageFill> deleverages =
        ledger
            .journal()
            .newest(account, query.ids(), query.wanted(), event -> deleveraged(event, query));
    List<FinishedOrder> ended =
        ledger
            .journal()
            .newestEnded(account, query.ids(), query.wanted(), end -> isUnfilled(end, query));
    return JsonArray.of(
        query.part(orders.finished(account, query.contract(), fills, deleverages, ended)));
  }

  private static List<FuturesFill> filled(AccountEvent event, ListQuery query) {
    return event instanceof OrderFilled(var fill) && query.isOf(fill.order().market())
        ? List.of(fill)
        : List.of();
  }

  private static List<DeleverageFill> deleveraged(AccountEvent event, ListQuery query) {
    return event instanceof Deleveraged(var fill) && query.isOf(fill.market())
        ? List.of(fill)
        : List.of();
  }

  // A price order is in its own list; what filled is shown by its fill.
  private static boolean isUnfilled(FinishedOrder end, ListQuery query) {
    return end.order() instanceof RestingFutures
        && end.fill().isEmpty()
        && query.isOf(end.order().market());
  }
}
