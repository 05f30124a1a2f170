package venue.orderplacement;

import java.util.List;
import java.util.Optional;
import venue.domain.Outcome;
import venue.domain.resting.RestingOrder;
import venue.function.Endpoint;
import venue.function.SignedCall;
import venue.store.AccountReading;
import venue.store.AccountState;
import venue.wire.Fields;
import venue.wire.HttpRequest;
import venue.wire.HttpResponse;
import venue.wire.gate.Settle;
import venue.wire.json.JsonArray;

/** Cancels all resting orders of a contract: decode, read, find, store, answer. */
record CancelOrders(Desk desk, CancelKind kind) implements Endpoint {

  @Override
  public HttpResponse answer(HttpRequest request) {
    Outcome<String> contract = Settle.usdt(request).then(CancelOrders::contract);
    return desk.answer(request, contract, this::attempt);
  }

  private static Outcome<String> contract(HttpRequest request) {
    Fields fields = Fields.ofParameters(request);
    String contract = fields.text("contract");
    return fields.as(() -> contract);
  }

  private Optional<HttpResponse> attempt(SignedCall call, String contract) {
    AccountReading read = desk.store().read(call.caller());
    return desk.admitted(call, read.secret(), () -> cancel(contract, read));
  }

  private Optional<HttpResponse> cancel(String contract, AccountReading read) {
    return Desk.decided(
        read.account(),
        state ->
            desk.isAdvanced(state, Optional.empty())
                ? store(resting(contract, state), state)
                : Optional.empty());
  }

  private List<RestingOrder> resting(String contract, AccountState state) {
    return state.resting().stream()
        .filter(kind::includes)
        .filter(order -> order.market().equals(contract) && !order.isExpiredAt(desk.now()))
        .toList();
  }

  private Optional<HttpResponse> store(List<RestingOrder> orders, AccountState state) {
    Cancelled cancelled = Cancelled.of(orders, desk.now());
    boolean stored = orders.isEmpty() || desk.store().end(cancelled.orders(), state);
    return stored
        ? Optional.of(
            HttpResponse.ok(JsonArray.of(cancelled.shown(state.account().number(), kind))))
        : Optional.empty();
  }
}
