package venue.accountquery;

import java.util.Comparator;
import java.util.List;
import venue.domain.Outcome;
import venue.domain.Reason;
import venue.domain.resting.RestingOrder;
import venue.domain.resting.RestingOrder.RestingFutures;
import venue.store.AccountState;
import venue.wire.Fields;
import venue.wire.HttpRequest;
import venue.wire.HttpResponse;
import venue.wire.gate.ListQuery;
import venue.wire.gate.OrderJson;
import venue.wire.json.Json;
import venue.wire.json.JsonArray;

/** An account's orders, one by its number or label, or a list of them. */
record Orders(Ledger ledger, FinishedOrders finished) {

  HttpResponse one(HttpRequest request) {
    return ledger.askUsdt(
        request,
        (asked, account) ->
            ledger
                .orderId(asked, account)
                .flatMap(id -> ledger.orders().futures(account, id))
                .map(Outcome::<Json>done)
                .orElseGet(() -> notFound(asked)));
  }

  HttpResponse unitOrder(HttpRequest request) {
    return ledger.askUsdt(
        request,
        (asked, account) ->
            ledger
                .orderId(asked, account)
                .flatMap(id -> ledger.orders().units(account, id))
                .map(Outcome::<Json>done)
                .orElseGet(() -> notFound(asked)));
  }

  /** Those that rest, by when they were accepted, or those that do no more; newest first. */
  HttpResponse list(HttpRequest request) {
    return ledger.askUsdt(
        request,
        (asked, account) -> {
          Fields fields = Fields.ofParameters(asked);
          String status = fields.oneOf("status", "open", "finished");
          return ListQuery.read(fields)
              .then(
                  query ->
                      status.equals("open")
                          ? ledger.state(account).then(state -> Outcome.done(open(state, query)))
                          : Outcome.done(finished.list(account, query)));
        });
  }

  private Json open(AccountState state, ListQuery query) {
    List<RestingFutures> resting =
        query.part(
            state.resting().stream()
                .filter(RestingFutures.class::isInstance)
                .map(RestingFutures.class::cast)
                .filter(order -> query.isOf(order.market(), order.id()))
                .sorted(Comparator.comparingLong(RestingFutures::id).reversed())
                .toList());
    FeeRates rates = FeeRates.of(ledger.markets(), resting.stream().map(RestingOrder::market));
    return JsonArray.of(
        resting.stream()
            .map(order -> OrderJson.open(state.account().number(), order, rates.in(order.market())))
            .toList());
  }

  private static Outcome<Json> notFound(HttpRequest request) {
    return Outcome.refused(
        Reason.ORDER_NOT_FOUND,
        "order_id: the account has no order " + request.pathParameter("order_id").orElse(""));
  }
}
