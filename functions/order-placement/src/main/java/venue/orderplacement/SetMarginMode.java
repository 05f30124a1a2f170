package venue.orderplacement;

import java.util.Optional;
import venue.domain.Outcome;
import venue.domain.Reason;
import venue.domain.futures.FuturesDesk;
import venue.domain.futures.LeverageChange;
import venue.domain.futures.PositionChange;
import venue.function.Endpoint;
import venue.wire.Fields;
import venue.wire.HttpRequest;
import venue.wire.HttpResponse;
import venue.wire.gate.PositionPath;
import venue.wire.gate.Settle;

/**
 * Makes a flat position a cross or an isolated one, its leverage staying as it is; in hedge mode
 * both of a market, or none.
 */
record SetMarginMode(Desk desk, PositionPath path) implements Endpoint {
  private static final String CROSS = "CROSS";
  private static final String ISOLATED = "ISOLATED";

  private record Change(String contract, boolean cross) {}

  @Override
  public HttpResponse answer(HttpRequest request) {
    Outcome<Change> change = Settle.usdt(request).then(SetMarginMode::read);
    PositionRequest position = new PositionRequest(desk, path);
    return desk.answer(
        request,
        change,
        (call, asked) ->
            position.attemptIfNeeded(
                call, asked.contract(), path.modes(), (at, id) -> decide(asked.cross(), id, at)));
  }

  private static Outcome<Change> read(HttpRequest request) {
    // Some clients send in the query what others send in the body.
    Fields fields =
        request.body().isEmpty() ? Fields.ofParameters(request) : Fields.ofBody(request.body());
    String contract = fields.text("contract");
    String mode = fields.oneOf("mode", CROSS, ISOLATED);
    return fields.as(() -> new Change(contract, mode.equals(CROSS)));
  }

  private static Outcome<Optional<PositionChange>> decide(boolean cross, long id, FuturesDesk at) {
    if (at.position().cross() == cross) {
      return Outcome.done(Optional.empty());
    }
    return at.position().isFlat()
        ? LeverageChange.decide(at.position().leverage(), cross, id, at)
            .then(change -> Outcome.done(Optional.of(change)))
        : Outcome.refused(
            Reason.POSITION_HOLDING,
            "mode: close the position before it changes between ISOLATED and CROSS");
  }
}
