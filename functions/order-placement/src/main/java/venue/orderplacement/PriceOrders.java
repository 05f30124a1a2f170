package venue.orderplacement;

import java.time.InstantSource;
import java.util.Optional;
import venue.domain.resting.FinishedOrder;
import venue.domain.resting.RestingOrder;
import venue.domain.resting.RestingOrder.PriceOrder;
import venue.function.OrderLookup;
import venue.wire.gate.PriceOrderJson;
import venue.wire.json.Json;

/** Stop-losses and take-profits. */
record PriceOrders(OrderLookup orders, InstantSource venueTime) implements CancelKind {

  @Override
  public boolean includes(RestingOrder order) {
    return order instanceof PriceOrder;
  }

  @Override
  public Json cancelled(long account, FinishedOrder ended) {
    return PriceOrderJson.of(account, ended).orElseThrow();
  }

  @Override
  public Optional<? extends Json> find(long account, long id) {
    return orders.price(account, id, venueTime.instant());
  }
}
