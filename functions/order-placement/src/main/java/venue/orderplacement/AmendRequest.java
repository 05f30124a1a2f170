package venue.orderplacement;

import java.util.Optional;
import venue.domain.advance.Standing;
import venue.domain.resting.RestingOrder;
import venue.function.SignedCall;
import venue.store.AccountReading;
import venue.store.OrderReading;
import venue.wire.HttpResponse;

/**
 * What every change of a resting order does: find it, read its market, decide. What a price has met
 * is filled first, and can no longer be amended.
 */
record AmendRequest(Desk desk, RestingChoice choice) {

  /** What is decided about an order that rests. */
  interface Decision {

    /** The answer; none if it lost a race and wrote nothing. */
    Optional<HttpResponse> of(RestingOrder order, OrderReading read, Standing standing);
  }

  /** One attempt, from a fresh read. */
  Optional<HttpResponse> attempt(SignedCall call, String asked, Decision decision) {
    AccountReading read = desk.store().read(call.caller());
    return desk.admitted(
        call,
        read.secret(),
        () ->
            Desk.decided(
                read.account(),
                state ->
                    desk.isAdvanced(state, Optional.empty())
                        ? Desk.decided(
                            choice.of(asked, state), order -> amend(call, order, decision))
                        : Optional.empty()));
  }

  private Optional<HttpResponse> amend(SignedCall call, RestingOrder order, Decision decision) {
    OrderReading read =
        desk.store().read(call.caller(), order.market(), desk.anyShard(), Optional.empty());
    boolean rests = read.state().filter(state -> state.resting().contains(order)).isPresent();
    return rests
        ? desk.onceAdvanced(read, standing -> decision.of(order, read, standing))
        : Optional.empty();
  }
}
