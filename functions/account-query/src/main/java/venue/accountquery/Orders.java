package venue.accountquery;

import java.util.List;
import java.util.Optional;
import venue.domain.Outcome;
import venue.domain.Reason;
import venue.domain.futures.FuturesFill;
import venue.store.MarketPage;
import venue.wire.Fields;
import venue.wire.HttpRequest;
import venue.wire.HttpResponse;
import venue.wire.gate.OrderJson;
import venue.wire.gate.OrderText;
import venue.wire.gate.UnitOrderJson;
import venue.wire.json.Json;
import venue.wire.json.JsonArray;

/** An account's orders, by number, by label, or the newest. */
record Orders(Ledger ledger) {
  private static final int ENTRIES_LISTED = 100;

  HttpResponse one(HttpRequest request) {
    return ledger.askUsdt(
        request,
        (asked, account) ->
            find(asked, account)
                .flatMap(id -> ledger.fills().futuresFill(account, id))
                .map(this::shown)
                .orElseGet(() -> notFound(asked)));
  }

  HttpResponse unitOrder(HttpRequest request) {
    return ledger.askUsdt(
        request,
        (asked, account) ->
            find(asked, account)
                .flatMap(id -> ledger.fills().unitFill(account, id))
                .map(fill -> Outcome.<Json>done(UnitOrderJson.of(fill)))
                .orElseGet(() -> notFound(asked)));
  }

  /** The newest finished orders of a contract; none is open, because every order fills at once. */
  HttpResponse list(HttpRequest request) {
    return ledger.askUsdt(
        request,
        (asked, account) -> {
          Fields fields = Fields.ofParameters(asked);
          String status = fields.oneOf("status", "open", "finished");
          Optional<String> contract = fields.optionalText("contract");
          return fields
              .as(() -> status)
              .then(
                  wanted ->
                      Outcome.done(
                          JsonArray.of(
                              wanted.equals("open") ? List.of() : finished(account, contract))));
        });
  }

  private List<Json> finished(long account, Optional<String> contract) {
    List<FuturesFill> fills = ledger.fills().futuresFills(account, ENTRIES_LISTED);
    List<MarketPage> pages =
        ledger
            .markets()
            .pages(fills.stream().map(fill -> fill.order().market()).distinct().toList());
    return fills.stream()
        .filter(fill -> contract.isEmpty() || contract.get().equals(fill.order().market()))
        .flatMap(
            fill ->
                pages.stream()
                    .filter(page -> page.market().name().equals(fill.order().market()))
                    .<Json>map(page -> OrderJson.of(fill, page.market().contract().orderFeeRate())))
        .toList();
  }

  private Outcome<Json> shown(FuturesFill fill) {
    return ledger
        .market(fill.order().market())
        .then(page -> Outcome.done(OrderJson.of(fill, page.market().contract().orderFeeRate())));
  }

  private Optional<Long> find(HttpRequest request, long account) {
    String asked = request.pathParameter("order_id").orElse("");
    if (OrderText.isLabel(asked)) {
      return ledger.fills().orderOf(account, asked);
    }
    return asked.matches("[0-9]{1,16}") ? Optional.of(Long.valueOf(asked)) : Optional.empty();
  }

  private static Outcome<Json> notFound(HttpRequest request) {
    return Outcome.refused(
        Reason.ORDER_NOT_FOUND,
        "order_id: the account has no order " + request.pathParameter("order_id").orElse(""));
  }
}
