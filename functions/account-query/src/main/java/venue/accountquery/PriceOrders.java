package venue.accountquery;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import venue.domain.Outcome;
import venue.domain.Reason;
import venue.domain.resting.FinishedOrder;
import venue.domain.resting.RestingOrder.PriceOrder;
import venue.store.AccountState;
import venue.wire.Fields;
import venue.wire.HttpRequest;
import venue.wire.HttpResponse;
import venue.wire.gate.PriceOrderJson;
import venue.wire.json.Json;
import venue.wire.json.JsonArray;

/** An account's stop-losses and take-profits; one whose time has run out is no longer open. */
record PriceOrders(Ledger ledger) {
  private static final int LISTED = 100;

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

  /** Those of a contract, or of all, that rest, or the newest that rest no more. */
  HttpResponse list(HttpRequest request) {
    return ledger.askUsdt(
        request,
        (asked, account) -> {
          Fields fields = Fields.ofParameters(asked);
          String status = fields.oneOf("status", "open", "finished");
          Optional<String> contract = fields.optionalText("contract");
          return fields
              .as(() -> status)
              .then(wanted -> ledger.state(account))
              .then(
                  state ->
                      Outcome.done(
                          status.equals("open")
                              ? open(state, contract)
                              : finished(state, contract)));
        });
  }

  private Json open(AccountState state, Optional<String> contract) {
    return JsonArray.of(
        resting(state, contract).stream()
            .filter(order -> !order.isExpiredAt(ledger.now()))
            .map(order -> PriceOrderJson.of(state.account().number(), order, ledger.now()))
            .toList());
  }

  private Json finished(AccountState state, Optional<String> contract) {
    long account = state.account().number();
    List<FinishedOrder> ended = new ArrayList<>();
    resting(state, contract).stream()
        .filter(order -> order.isExpiredAt(ledger.now()))
        .forEach(order -> ended.add(FinishedOrder.expired(order)));
    ledger.fills().newestEnded(account, LISTED).stream()
        .filter(end -> isOf(end.order().market(), contract))
        .forEach(ended::add);
    return JsonArray.of(
        ended.stream()
            .sorted(Comparator.comparingLong((FinishedOrder end) -> end.order().id()).reversed())
            .flatMap(end -> PriceOrderJson.of(account, end).stream())
            .toList());
  }

  private static List<PriceOrder> resting(AccountState state, Optional<String> contract) {
    return state.resting().stream()
        .filter(PriceOrder.class::isInstance)
        .map(PriceOrder.class::cast)
        .filter(order -> isOf(order.market(), contract))
        .sorted(Comparator.comparingLong(PriceOrder::id).reversed())
        .toList();
  }

  private static boolean isOf(String market, Optional<String> contract) {
    return contract.isEmpty() || contract.get().equals(market);
  }
}
