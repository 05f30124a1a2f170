package venue.orderplacement;

import java.util.Optional;
import venue.domain.resting.FinishedOrder;
import venue.domain.resting.RestingOrder;
import venue.domain.resting.RestingOrder.RestingFutures;
import venue.function.OrderLookup;
import venue.wire.json.Json;

/** Futures orders that wait for their limit, or for a good tick. */
record FuturesOrders(OrderLookup orders) implements CancelKind {

  @Override
  public boolean includes(RestingOrder order) {
    return order instanceof RestingFutures;
  }

  @Override
  public Json cancelled(long account, FinishedOrder ended) {
    return orders.ended(account, ended).orElseThrow();
  }

  @Override
  public Optional<? extends Json> find(long account, long id) {
    return orders.futures(account, id);
  }
}
