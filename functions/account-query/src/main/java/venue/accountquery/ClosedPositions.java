package venue.accountquery;

import java.util.List;
import java.util.Optional;
import venue.domain.Outcome;
import venue.domain.futures.ClosedPosition;
import venue.domain.history.AccountEvent;
import venue.domain.history.FuturesTrade;
import venue.wire.Fields;
import venue.wire.HttpRequest;
import venue.wire.HttpResponse;
import venue.wire.gate.ListQuery;
import venue.wire.gate.PositionCloseJson;
import venue.wire.json.Json;
import venue.wire.json.JsonArray;

/** The positions that an account has closed or turned over, the last closed first. */
record ClosedPositions(Ledger ledger) {

  HttpResponse list(HttpRequest request) {
    return ledger.askUsdt(
        request,
        (asked, account) -> {
          Fields fields = Fields.ofParameters(asked);
          Wanted wanted =
              new Wanted(
                  fields.optionalOneOf("side", "long", "short"),
                  fields.optionalOneOf("pnl", "profit", "loss"));
          return ListQuery.read(fields).then(query -> Outcome.done(list(account, query, wanted)));
        });
  }

  private Json list(long account, ListQuery query, Wanted wanted) {
    return JsonArray.of(
        query.part(
            ledger
                .journal()
                .newest(
                    account, query.ids(), query.wanted(), event -> shown(event, query, wanted))));
  }

  private static List<Json> shown(AccountEvent event, ListQuery query, Wanted wanted) {
    return event.closing().filter(wanted::has).stream()
        .flatMap(
            closed ->
                FuturesTrade.of(event).stream()
                    .filter(trade -> query.isOf(trade.market()))
                    .<Json>map(trade -> PositionCloseJson.of(closed, trade)))
        .toList();
  }

  /** Which sides, and whether won or lost. */
  private record Wanted(Optional<String> side, Optional<String> pnl) {

    boolean has(ClosedPosition closed) {
      int sign = closed.realised().total().signum();
      return side.filter(asked -> !asked.equals(PositionCloseJson.side(closed))).isEmpty()
          && pnl.filter(asked -> asked.equals("profit") ? sign <= 0 : sign >= 0).isEmpty();
    }
  }
}
