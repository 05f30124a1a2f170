package venue.accountquery;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import venue.domain.Outcome;
import venue.domain.history.AccountEvent;
import venue.domain.history.AccountEvent.Deleveraged;
import venue.domain.history.AccountEvent.Liquidated;
import venue.wire.Fields;
import venue.wire.HttpRequest;
import venue.wire.HttpResponse;
import venue.wire.gate.DeleverageJson;
import venue.wire.gate.LiquidationJson;
import venue.wire.gate.ListQuery;
import venue.wire.json.Json;
import venue.wire.json.JsonArray;

/**
 * One kind of what has happened in an account, the newest first.
 *
 * @param shown an event of that kind, none of another
 */
record EventList(Ledger ledger, Function<AccountEvent, Optional<Json>> shown) {

  /** Liquidations. */
  static EventList liquidations(Ledger ledger) {
    return new EventList(
        ledger,
        event ->
            event instanceof Liquidated(var fill)
                ? Optional.of(LiquidationJson.of(fill))
                : Optional.empty());
  }

  /** Winning positions that were closed to protect the house. */
  static EventList deleverages(Ledger ledger) {
    return new EventList(
        ledger,
        event ->
            event instanceof Deleveraged(var fill)
                ? Optional.of(DeleverageJson.of(fill))
                : Optional.empty());
  }

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
                .newest(account, query.ids(), query.wanted(), event -> listed(event, query))));
  }

  private List<Json> listed(AccountEvent event, ListQuery query) {
    return event.instrument().filter(query::isOf).flatMap(market -> shown.apply(event)).stream()
        .toList();
  }
}
