package venue.orderplacement;

import java.util.Optional;
import venue.domain.resting.FinishedOrder;
import venue.domain.resting.RestingOrder;
import venue.domain.resting.RestingOrder.WaitingUnitOrder;
import venue.function.OrderLookup;
import venue.wire.gate.WaitingUnitOrderJson;
import venue.wire.json.Json;

/** Orders for units that wait for a good tick. */
record WaitingUnitOrders(OrderLookup orders) implements CancelKind {

  @Override
  public boolean includes(RestingOrder order) {
    return order instanceof WaitingUnitOrder;
  }

  @Override
  public Json cancelled(long account, FinishedOrder ended) {
    return WaitingUnitOrderJson.ended(account, (WaitingUnitOrder) ended.order(), ended);
  }

  @Override
  public Optional<? extends Json> find(long account, long id) {
    return orders.units(account, id);
  }
}
