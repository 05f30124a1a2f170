package venue.accountquery;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Predicate;
import java.util.stream.Stream;
import venue.domain.Outcome;
import venue.domain.account.Account;
import venue.domain.history.AccountEvent;
import venue.domain.history.BookRow;
import venue.domain.history.NumberedEvents;
import venue.wire.Fields;
import venue.wire.HttpRequest;
import venue.wire.HttpResponse;
import venue.wire.gate.BookRowJson;
import venue.wire.gate.ListQuery;
import venue.wire.json.Json;
import venue.wire.json.JsonArray;

/** Every change of an account's cash, the newest first. */
record AccountBook(Ledger ledger) {

  HttpResponse list(HttpRequest request) {
    return ledger.askUsdt(
        request,
        (asked, account) -> {
          Fields fields = Fields.ofParameters(asked);
          Optional<String> type =
              fields.optionalOneOf("type", BookRowJson.TYPES.toArray(String[]::new));
          return ListQuery.read(fields)
              .then(query -> Outcome.done(list(account, query, row -> isWanted(row, query, type))));
        });
  }

  private static boolean isWanted(BookRow row, ListQuery query, Optional<String> type) {
    return type.filter(asked -> !asked.equals(BookRowJson.type(row))).isEmpty()
        && (query.contract().isEmpty() || row.event().instrument().filter(query::isOf).isPresent());
  }

  // Entries come by id; it reads on where a number is missing, so that the balances are a chain.
  private Json list(long account, ListQuery query, Predicate<BookRow> wanted) {
    NumberedEvents events = new NumberedEvents(newest(account, query));
    AtomicLong known = new AtomicLong();
    ledger
        .journal()
        .each(
            account,
            query.ids(),
            query.wanted(),
            event ->
                known.addAndGet(rows(events.add(event)).filter(wanted).count()) < query.wanted());
    return JsonArray.of(
        query.part(rows(events.all()).filter(wanted).<Json>map(BookRowJson::of).toList()));
  }

  private static Stream<BookRow> rows(List<AccountEvent> newestFirst) {
    return newestFirst.stream().flatMap(event -> BookRow.of(event).reversed().stream());
  }

  private OptionalLong newest(long account, ListQuery query) {
    return query.to().isPresent()
        ? OptionalLong.empty()
        : ledger.accounts().account(account).stream().mapToLong(Account::sequence).findFirst();
  }
}
