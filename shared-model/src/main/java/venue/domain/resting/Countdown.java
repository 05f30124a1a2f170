package venue.domain.resting;

import java.time.Instant;
import java.util.Optional;
import venue.domain.resting.RestingOrder.LimitOrder;
import venue.domain.resting.RestingOrder.PriceOrder;
import venue.domain.resting.RestingOrder.WaitingOrder;
import venue.domain.resting.RestingOrder.WaitingUnitOrder;

/**
 * A dead-man switch: unless it is set again before, all limit orders, and orders that wait for a
 * tick and may open, are cancelled at its deadline.
 *
 * @param market whose orders are meant, none: those of all markets
 * @param deadline wall time, whole milliseconds
 */
public record Countdown(Optional<String> market, Instant deadline) {

  /** Whether the deadline has come. */
  public boolean isOver(Instant wallTime) {
    return !wallTime.isBefore(deadline);
  }

  /** Whether it cancels an order: a limit order, or one that waits for a tick and may open. */
  public boolean includes(RestingOrder order) {
    boolean isMeant =
        switch (order) {
          case LimitOrder _ -> true;
          case WaitingOrder waiting -> !waiting.order().onlyReduces();
          case PriceOrder _, WaitingUnitOrder _ -> false;
        };
    return isMeant && (market.isEmpty() || market.get().equals(order.market()));
  }
}
