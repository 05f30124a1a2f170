package venue.accountquery;

import java.util.List;
import venue.domain.Outcome;
import venue.domain.history.AccountEvent;
import venue.domain.history.AccountEvent.Deleveraged;
import venue.wire.Fields;
import venue.wire.HttpRequest;
import venue.wire.HttpResponse;
import venue.wire.gate.DeleverageJson;
import venue.wire.gate.ListQuery;
import venue.wire.json.Json;
import venue.wire.json.JsonArray;

/** An account's winning positions that were closed to protect the house, the newest first. */
record Deleverages(Ledger ledger) {

  HttpResponse list(HttpRequest request) {
    return ledger.askUsdt(
        request,
        (asked, account) ->
            ListQuery.read(Fields.ofParameters(asked))
                .then(query -> Outcome.done(list(account, query))));
  }

  private Json list(long account, ListQuery query) {
    return JsonArray.of(
        query.part(
            ledger
                .journal()
                .newest(account, query.ids(), query.wanted(), event -> shown(event, query))));
  }

  private static List<Json> shown(AccountEvent event, ListQuery query) {
    return event instanceof Deleveraged(var fill) && query.isOf(fill.market())
        ? List.of(DeleverageJson.of(fill))
        : List.of();
  }
}
