package venue.orderplacement;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import venue.domain.resting.FinishedOrder;
import venue.domain.resting.FinishedOrder.End;
import venue.domain.resting.RestingOrder;
import venue.wire.json.Json;

/** Orders that their user took back. */
record Cancelled(List<FinishedOrder> orders) {

  static Cancelled of(List<RestingOrder> resting, Instant now) {
    return new Cancelled(
        resting.stream()
            .map(order -> new FinishedOrder(order, End.CANCELLED, Optional.empty(), now))
            .toList());
  }

  List<Json> shown(long account, CancelKind kind) {
    return orders.stream().map(order -> kind.cancelled(account, order)).toList();
  }
}
