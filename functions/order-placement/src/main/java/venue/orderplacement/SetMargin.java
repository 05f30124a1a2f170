package venue.orderplacement;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import venue.domain.Outcome;
import venue.domain.futures.MarginChange;
import venue.domain.futures.Slot;
import venue.function.Endpoint;
import venue.wire.Fields;
import venue.wire.HttpRequest;
import venue.wire.HttpResponse;
import venue.wire.gate.PositionPath;
import venue.wire.gate.Settle;

/** Adds margin to an isolated position or takes it out: decode, read, decide, store, answer. */
record SetMargin(Desk desk, PositionPath path) implements Endpoint {

  private record Change(String contract, BigDecimal amount, Slot.Mode mode) {}

  @Override
  public HttpResponse answer(HttpRequest request) {
    Outcome<Change> change = Settle.usdt(request).then(this::read);
    PositionRequest position = new PositionRequest(desk, path);
    return desk.answer(
        request,
        change,
        (call, asked) ->
            position.attempt(
                call,
                asked.contract(),
                List.of(asked.mode()),
                (at, id) -> MarginChange.decide(asked.amount(), id, at)));
  }

  private Outcome<Change> read(HttpRequest request) {
    Fields fields = Fields.ofParameters(request);
    String contract = fields.text("contract");
    BigDecimal amount = fields.decimal("change");
    Slot.Mode mode = mode(fields);
    return fields.as(() -> new Change(contract, amount, mode));
  }

  private Slot.Mode mode(Fields fields) {
    return path == PositionPath.SINGLE
        ? Slot.Mode.SINGLE
        : Slot.Mode.valueOf(
            fields.oneOf("dual_side", "dual_long", "dual_short").toUpperCase(Locale.ROOT));
  }
}
