package venue.orderplacement;

import java.util.List;
import java.util.Optional;
import venue.domain.Outcome;
import venue.domain.Reason;
import venue.domain.resting.RestingOrder;
import venue.function.Endpoint;
import venue.function.SignedCall;
import venue.store.AccountReading;
import venue.store.AccountState;
import venue.wire.HttpRequest;
import venue.wire.HttpResponse;
import venue.wire.gate.Settle;

/**
 * Cancels a resting order: decode, read, find, store, answer. What a price has met is filled first,
 * and can no longer be cancelled.
 */
record CancelOrder(Desk desk, CancelKind kind) implements Endpoint {

  @Override
  public HttpResponse answer(HttpRequest request) {
    Outcome<String> id =
        Settle.usdt(request).then(usdt -> Outcome.done(usdt.pathParameter("order_id").orElse("")));
    return desk.answer(request, id, this::attempt);
  }

  private Optional<HttpResponse> attempt(SignedCall call, String asked) {
    AccountReading read = desk.store().read(call.caller());
    return desk.admitted(call, read.secret(), () -> cancel(asked, read));
  }

  private Optional<HttpResponse> cancel(String asked, AccountReading read) {
    return Desk.decided(
        read.account(),
        state ->
            desk.isAdvanced(state, Optional.empty())
                ? Desk.decided(resting(asked, state), order -> store(order, state))
                : Optional.empty());
  }

  private Outcome<RestingOrder> resting(String asked, AccountState state) {
    long account = state.account().number();
    Optional<Long> id = desk.orders().id(account, asked);
    Optional<RestingOrder> resting = id.flatMap(state::resting).filter(kind::includes);
    if (resting.filter(order -> !order.isExpiredAt(desk.now())).isPresent()) {
      return Outcome.done(resting.get());
    }
    return resting.isPresent() || id.flatMap(given -> kind.find(account, given)).isPresent()
        ? Outcome.refused(
            Reason.ORDER_FINISHED, "order_id: the order " + asked + " has filled or ended")
        : Outcome.refused(Reason.ORDER_NOT_FOUND, "order_id: the account has no order " + asked);
  }

  private Optional<HttpResponse> store(RestingOrder order, AccountState state) {
    Cancelled cancelled = Cancelled.of(List.of(order), desk.now());
    return desk.store().end(cancelled.orders(), state)
        ? Optional.of(HttpResponse.ok(cancelled.shown(state.account().number(), kind).getFirst()))
        : Optional.empty();
  }
}
