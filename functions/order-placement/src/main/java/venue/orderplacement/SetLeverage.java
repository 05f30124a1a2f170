package venue.orderplacement;

import venue.domain.Outcome;
import venue.domain.futures.LeverageChange;
import venue.function.Endpoint;
import venue.wire.Fields;
import venue.wire.HttpRequest;
import venue.wire.HttpResponse;
import venue.wire.gate.PositionPath;
import venue.wire.gate.Settle;

/**
 * Changes the leverage of a position: decode, read, decide, store, answer. Leverage 0 makes a flat
 * position a cross one, with the limit given beside it. In hedge mode both positions get it.
 */
record SetLeverage(Desk desk, PositionPath path) implements Endpoint {
  private static final int BEYOND_ANY = 1_000_000;

  private record Change(String contract, int leverage, boolean cross) {}

  @Override
  public HttpResponse answer(HttpRequest request) {
    Outcome<Change> change = Settle.usdt(request).then(SetLeverage::read);
    PositionRequest position = new PositionRequest(desk, path);
    return desk.answer(
        request,
        change,
        (call, asked) ->
            position.attempt(
                call,
                asked.contract(),
                path.modes(),
                (at, id) -> LeverageChange.decide(asked.leverage(), asked.cross(), id, at)));
  }

  private static Outcome<Change> read(HttpRequest request) {
    Fields fields = Fields.ofParameters(request);
    String contract = fields.text("contract");
    long leverage = fields.wholeNumber("leverage");
    boolean cross = leverage == 0;
    long limit = cross ? fields.wholeNumber("cross_leverage_limit") : leverage;
    return fields.as(() -> new Change(contract, Math.clamp(limit, -BEYOND_ANY, BEYOND_ANY), cross));
  }
}
