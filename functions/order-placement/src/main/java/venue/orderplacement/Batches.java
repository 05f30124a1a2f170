package venue.orderplacement;

import java.util.Optional;
import venue.domain.Outcome;
import venue.domain.futures.FuturesOrder;
import venue.domain.resting.Amendment;
import venue.function.Endpoint;
import venue.wire.Fields;
import venue.wire.gate.AmendmentBody;
import venue.wire.gate.BatchBody;
import venue.wire.gate.FuturesOrderBody;

/** What can be done to several futures orders by one request. */
final class Batches {
  private static final int MOST_PLACED = 10;
  private static final int MOST_CANCELLED = 20;

  private Batches() {}

  private record Change(String order, Amendment amendment) {}

  static Endpoint placing(Desk desk, Placement placement) {
    return new EachOf<FuturesOrder>(
        desk,
        MOST_PLACED,
        element -> BatchBody.fields(element).then(FuturesOrderBody::read),
        (call, order, element) -> placement.attempt(call, order, element.write()),
        (call, element, answer) -> BatchBody.answered(answer));
  }

  static Endpoint amending(Desk desk, AmendOrder amend) {
    return new EachOf<>(
        desk,
        MOST_PLACED,
        element -> BatchBody.fields(element).then(Batches::change),
        (call, change, element) -> amend.attempt(call, change.order(), change.amendment()),
        (call, element, answer) -> BatchBody.answered(answer));
  }

  static Endpoint cancelling(Desk desk, CancelOrder cancel) {
    return new EachOf<>(
        desk,
        MOST_CANCELLED,
        BatchBody::order,
        (call, order, element) -> cancel.attempt(call, order),
        (call, element, answer) -> BatchBody.cancelled(call.caller().account(), element, answer));
  }

  private static Outcome<Change> change(Fields fields) {
    Optional<String> text = fields.optionalText("text");
    String order = text.isPresent() ? text.get() : Long.toString(fields.wholeNumber("order_id"));
    return AmendmentBody.read(fields).then(amendment -> Outcome.done(new Change(order, amendment)));
  }
}
