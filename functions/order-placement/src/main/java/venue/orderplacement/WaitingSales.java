package venue.orderplacement;

import java.util.Optional;
import venue.domain.resting.FinishedOrder;
import venue.domain.resting.RestingOrder;
import venue.domain.resting.RestingOrder.WaitingSale;
import venue.function.OrderLookup;
import venue.wire.gate.WaitingSaleJson;
import venue.wire.json.Json;

/** Sales of units that wait for a good tick. */
record WaitingSales(OrderLookup orders) implements CancelKind {

  @Override
  public boolean includes(RestingOrder order) {
    return order instanceof WaitingSale;
  }

  @Override
  public Json cancelled(long account, FinishedOrder ended) {
    return WaitingSaleJson.ended(account, (WaitingSale) ended.order(), ended);
  }

  @Override
  public Optional<? extends Json> find(long account, long id) {
    return orders.units(account, id);
  }
}
