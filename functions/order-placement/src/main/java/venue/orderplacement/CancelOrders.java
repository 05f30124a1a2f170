package venue.orderplacement;

import java.util.List;
import java.util.Optional;
import venue.domain.Outcome;
import venue.domain.Side;
import venue.domain.resting.FinishedOrder;
import venue.domain.resting.RestingOrder;
import venue.domain.resting.RestingOrder.LimitOrder;
import venue.domain.resting.RestingOrder.PriceOrder;
import venue.domain.resting.RestingOrder.WaitingOrder;
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

    boolean includes(RestingOrder order, AccountState state) {
      return order.market().equals(contract)
          && (side.isEmpty() || isOf(side.get().equals("bid"), order, state));
    }

    private static boolean isOf(boolean bid, RestingOrder order, AccountState state) {
      return switch (order) {
        case LimitOrder limit -> limit.buys() == bid;
        case PriceOrder stop -> (stop.closes() == Side.SHORT) == bid;
        case WaitingOrder waiting -> Long.signum(size(waiting, state)) == (bid ? 1 : -1);
        default -> false;
      };
    }

    // What closes has no size of its own: it trades against the position it meets.
    private static long size(WaitingOrder waiting, AccountState state) {
      return waiting.order().size() != 0
          ? waiting.order().size()
          : waiting
              .slot(state.account().mode())
              .flatMap(state::position)
              .map(held -> -held.size())
              .orElse(0L);
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
                ? store(cancelled(which, state), state)
                : Optional.empty());
  }

  private List<FinishedOrder> cancelled(Which which, AccountState state) {
    return FinishedOrder.cancelled(
        state.resting(), order -> kind.includes(order) && which.includes(order, state), desk.now());
  }

  private Optional<HttpResponse> store(List<FinishedOrder> cancelled, AccountState state) {
    boolean stored = cancelled.isEmpty() || desk.store().end(cancelled, state);
    long account = state.account().number();
    return stored
        ? Optional.of(
            HttpResponse.ok(
                JsonArray.of(
                    cancelled.stream().map(order -> kind.cancelled(account, order)).toList())))
        : Optional.empty();
  }
}
