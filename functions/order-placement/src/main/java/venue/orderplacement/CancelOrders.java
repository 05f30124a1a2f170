package venue.orderplacement;

import java.util.List;
import java.util.Optional;
import venue.domain.Outcome;
import venue.domain.resting.RestingOrder;
import venue.domain.resting.RestingOrder.LimitOrder;
import venue.function.Endpoint;
import venue.function.SignedCall;
import venue.store.AccountReading;
import venue.store.AccountState;
import venue.wire.Fields;
import venue.wire.HttpRequest;
import venue.wire.HttpResponse;
import venue.wire.gate.Settle;
import venue.wire.json.JsonArray;

/**
 * Cancels all resting orders of a contract, or of one side of it: decode, read, find, store,
 * answer.
 */
record CancelOrders(Desk desk, CancelKind kind) implements Endpoint {

  @Override
  public HttpResponse answer(HttpRequest request) {
    Outcome<Which> which = Settle.usdt(request).then(CancelOrders::which);
    return desk.answer(request, which, this::attempt);
  }

  private record Which(String contract, Optional<String> side) {

    boolean includes(RestingOrder order) {
      return order.market().equals(contract)
          && (side.isEmpty()
              || (order instanceof LimitOrder limit && limit.buys() == side.get().equals("bid")));
    }
  }

  private static Outcome<Which> which(HttpRequest request) {
    Fields fields = Fields.ofParameters(request);
    String contract = fields.text("contract");
    Optional<String> side = fields.optionalOneOf("side", "ask", "bid");
    return fields.as(() -> new Which(contract, side));
  }

  private Optional<HttpResponse> attempt(SignedCall call, Which which) {
    AccountReading read = desk.store().read(call.caller());
    return desk.admitted(call, read.secret(), () -> cancel(which, read));
  }

  private Optional<HttpResponse> cancel(Which which, AccountReading read) {
    return Desk.decided(
        read.account(),
        state ->
            desk.isAdvanced(state, Optional.empty())
                ? store(resting(which, state), state)
                : Optional.empty());
  }

  private List<RestingOrder> resting(Which which, AccountState state) {
    return state.resting().stream()
        .filter(kind::includes)
        .filter(order -> which.includes(order) && !order.isExpiredAt(desk.now()))
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
