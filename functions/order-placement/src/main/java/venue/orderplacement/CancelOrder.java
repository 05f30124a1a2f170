package venue.orderplacement;

import java.util.List;
import java.util.Optional;
import venue.domain.Outcome;
import venue.domain.resting.FinishedOrder;
import venue.domain.resting.FinishedOrder.End;
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
record CancelOrder(Desk desk, RestingChoice choice) implements Endpoint {

  @Override
  public HttpResponse answer(HttpRequest request) {
    Outcome<String> id =
        Settle.usdt(request).then(usdt -> Outcome.done(usdt.pathParameter("order_id").orElse("")));
    return desk.answer(request, id, this::attempt);
  }

  Optional<HttpResponse> attempt(SignedCall call, String asked) {
    AccountReading read = desk.store().read(call.caller());
    return desk.admitted(call, read.secret(), () -> cancel(asked, read));
  }

  private Optional<HttpResponse> cancel(String asked, AccountReading read) {
    return Desk.decided(
        read.account(),
        state ->
            desk.isAdvanced(state, Optional.empty())
                ? Desk.decided(choice.of(asked, state), order -> store(order, state))
                : Optional.empty());
  }

  private Optional<HttpResponse> store(RestingOrder order, AccountState state) {
    FinishedOrder cancelled = FinishedOrder.unfilled(order, End.CANCELLED, desk.now());
    return desk.store().end(List.of(cancelled), state)
        ? Optional.of(HttpResponse.ok(choice.kind().cancelled(state.account().number(), cancelled)))
        : Optional.empty();
  }
}
