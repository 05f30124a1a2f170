package venue.orderplacement;

import java.util.Optional;
import venue.domain.Outcome;
import venue.domain.Reason;
import venue.domain.advance.Standing;
import venue.domain.futures.PositionMode;
import venue.function.Endpoint;
import venue.function.SignedCall;
import venue.store.AccountReading;
import venue.store.AccountState;
import venue.wire.Fields;
import venue.wire.HttpRequest;
import venue.wire.HttpResponse;
import venue.wire.gate.AccountJson;
import venue.wire.gate.Settle;

/**
 * Lets an account hold one position a market, or a long and a short one: decode, read, decide,
 * store, answer. Nothing may be open when it changes.
 */
record SetPositionMode(Desk desk) implements Endpoint {

  @Override
  public HttpResponse answer(HttpRequest request) {
    return desk.answer(request, Settle.usdt(request).then(SetPositionMode::read), this::attempt);
  }

  private static Outcome<PositionMode> read(HttpRequest request) {
    Fields fields = Fields.ofParameters(request);
    boolean hedge = fields.requiredFlag("dual_mode");
    return fields.as(() -> hedge ? PositionMode.HEDGE : PositionMode.ONE_WAY);
  }

  private Optional<HttpResponse> attempt(SignedCall call, PositionMode mode) {
    AccountReading read = desk.store().read(call.caller());
    return desk.admitted(
        call,
        read.secret(),
        () ->
            Desk.decided(
                read.account(),
                state ->
                    desk.advanced(state, Optional.empty())
                        .flatMap(
                            standing ->
                                Desk.decided(
                                    allowed(state, mode), next -> store(next, state, standing)))));
  }

  private static Outcome<PositionMode> allowed(AccountState state, PositionMode mode) {
    if (state.account().mode() == mode) {
      return Outcome.refused(Reason.NO_CHANGE, "dual_mode: the account is in this mode already");
    }
    if (!state.open().isEmpty()) {
      return Outcome.refused(
          Reason.POSITION_HOLDING, "dual_mode: close all positions before the mode changes");
    }
    return state.resting().stream()
            .anyMatch(order -> order.slot(state.account().mode()).isPresent())
        ? Outcome.refused(
            Reason.ORDER_PENDING, "dual_mode: cancel all futures orders before the mode changes")
        : Outcome.done(mode);
  }

  private Optional<HttpResponse> store(PositionMode mode, AccountState state, Standing standing) {
    return desk.store().mode(mode, state)
        ? Optional.of(HttpResponse.ok(AccountJson.of(standing.inMode(mode))))
        : Optional.empty();
  }
}
