package venue.orderplacement;

import java.math.BigDecimal;
import venue.domain.Outcome;
import venue.domain.futures.MarginChange;
import venue.function.Endpoint;
import venue.wire.Fields;
import venue.wire.HttpRequest;
import venue.wire.HttpResponse;
import venue.wire.gate.Settle;

/** Adds margin to an isolated position or takes it out: decode, read, decide, store, answer. */
record SetMargin(Desk desk) implements Endpoint {

  private record Change(String contract, BigDecimal amount) {}

  @Override
  public HttpResponse answer(HttpRequest request) {
    Outcome<Change> change = Settle.usdt(request).then(SetMargin::read);
    PositionRequest position = new PositionRequest(desk);
    return desk.answer(
        request,
        change,
        (call, asked) ->
            position.attempt(
                call,
                asked.contract(),
                at -> MarginChange.decide(asked.amount(), desk.ids().next(), at)));
  }

  private static Outcome<Change> read(HttpRequest request) {
    Fields fields = Fields.ofParameters(request);
    String contract = fields.text("contract");
    BigDecimal amount = fields.decimal("change");
    return fields.as(() -> new Change(contract, amount));
  }
}
