package venue.domain.resting;

import java.time.Instant;
import java.util.Optional;
import venue.domain.resting.RestingOrder.LimitOrder;

/**
 * A dead-man switch: unless it is set again before, all limit orders are cancelled at its deadline.
 *
 * @param market whose orders are meant, none: those of all markets
 * @param deadline wall time, whole milliseconds
 */
public record Countdown(Optional<String> market, Instant deadline) {

  /** Whether the deadline has come. */
  public boolean isOver(Instant wallTime) {
    return !wallTime.isBefore(deadline);
  }

  /** Whether it cancels an order. */
  public boolean includes(RestingOrder order) {
    return order instanceof LimitOrder && (market.isEmpty() || market.get().equals(order.market()));
  }
}
