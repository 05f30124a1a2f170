package venue.accountquery;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import venue.domain.Outcome;
import venue.domain.Reason;
import venue.domain.resting.FinishedOrder;
import venue.domain.resting.RestingOrder.PriceOrder;
import venue.store.AccountState;
import venue.wire.Fields;
import venue.wire.HttpRequest;
import venue.wire.HttpResponse;
import venue.wire.gate.ListQuery;
import venue.wire.gate.PriceOrderJson;
import venue.wire.json.Json;
import venue.wire.json.JsonArray;

/** An account's stop-losses and take-profits; one whose time has run out is no longer open. */
record PriceOrders(Ledger ledger) {

  HttpResponse one(HttpRequest request) {
    return ledger.askUsdt(
        request,
        (asked, account) ->
            ledger
                .orderId(asked, account)
                .flatMap(id -> ledger.orders().price(account, id, ledger.now()))
                .map(Outcome::<Json>done)
                .orElseGet(
                    () ->
                        Outcome.refused(
                            Reason.ORDER_NOT_FOUND,
                            "order_id: the account has no such price order")));
  }

  /** Those that rest, or those that rest no more, by when they were accepted, newest first. */
  HttpResponse list(HttpRequest request) {
    return ledger.askUsdt(
        request,
        (asked, account) -> {
          Fields fields = Fields.ofParameters(asked);
          String status = fields.oneOf("status", "open", "finished");
          return ListQuery.read(fields)
              .then(
                  query ->
                      ledger
                          .state(account)
                          .then(
                              state ->
                                  Outcome.done(
                                      status.equals("open")
                                          ? open(state, query)
                                          : finished(state, query))));
        });
  }

  private Json open(AccountState state, ListQuery query) {
    List<PriceOrder> open =
        resting(state, query).filter(order -> !order.isExpiredAt(ledger.now())).toList();
    return JsonArray.of(
        query.part(open).stream()
            .map(order -> PriceOrderJson.of(state.account().number(), order, ledger.now()))
            .toList());
  }

  private Json finished(AccountState state, ListQuery query) {
    long account = state.account().number();
    Stream<FinishedOrder> expired =
        resting(state, query)
            .filter(order -> order.isExpiredAt(ledger.now()))
            .map(FinishedOrder::expired);
    List<FinishedOrder> ended =
        ledger
            .journal()
            .newestEnded(account, query.ids(), query.wanted(), end -> isListed(end, query));
    return JsonArray.of(
        query.part(
            Stream.concat(expired, ended.stream())
                .sorted(
                    Comparator.comparingLong((FinishedOrder end) -> end.order().id()).reversed())
                .flatMap(end -> PriceOrderJson.of(account, end).stream())
                .toList()));
  }

  private static boolean isListed(FinishedOrder end, ListQuery query) {
    return end.order() instanceof PriceOrder && query.isOf(end.order().market());
  }

  private static Stream<PriceOrder> resting(AccountState state, ListQuery query) {
    return state.resting().stream()
        .filter(PriceOrder.class::isInstance)
        .map(PriceOrder.class::cast)
        .filter(order -> query.isOf(order.market(), order.id()))
        .sorted(Comparator.comparingLong(PriceOrder::id).reversed());
  }
}
