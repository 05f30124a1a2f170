package venue.domain.futures;

import java.util.List;
import venue.domain.Outcome;
import venue.domain.Reason;
import venue.domain.Side;

/** How many positions an account may hold in one market. */
public enum PositionMode {
  /** One, long or short: an order on the other side first closes it. */
  ONE_WAY,
  /** A long and a short one side by side: an order on one side leaves the other alone. */
  HEDGE;

  /** The slots of a market, long before short. */
  public List<Slot> slots(String market) {
    return this == ONE_WAY
        ? List.of(Slot.single(market))
        : List.of(Slot.dual(market, Side.LONG), Slot.dual(market, Side.SHORT));
  }

  /**
   * The slot whose position an order meets. In hedge mode what opens goes to its own side, what
   * only reduces to the other one, and a close must name its side.
   */
  public Outcome<Slot> slot(FuturesOrder order) {
    if (this == ONE_WAY) {
      return Outcome.done(Slot.single(order.market()));
    }
    if (order.closes().isPresent()) {
      return Outcome.done(Slot.dual(order.market(), order.closes().get()));
    }
    if (order.close()) {
      return Outcome.refused(
          Reason.INVALID_PARAM_VALUE,
          "auto_size should be close_long or close_short: in hedge mode there may be both");
    }
    return Outcome.done(
        Slot.dual(order.market(), Side.of(order.reduceOnly() ? -order.size() : order.size())));
  }
}
