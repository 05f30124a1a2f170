package venue.domain.resting;

import java.math.BigDecimal;
import java.util.Optional;
import venue.domain.Outcome;
import venue.domain.Reason;
import venue.domain.futures.FuturesOrder;
import venue.domain.futures.Limit;
import venue.domain.resting.RestingOrder.LimitOrder;

/**
 * What a client changes of a resting limit order.
 *
 * @param price the new limit, USDT
 * @param size the new size, contracts, with the sign it has
 */
public record Amendment(Optional<BigDecimal> price, Optional<Long> size) {

  /** The order as it comes again; refused if it is no limit order or would change its side. */
  public Outcome<NewLimitOrder> of(RestingOrder resting) {
    if (!(resting instanceof LimitOrder before)) {
      return Outcome.refused(
          Reason.INVALID_PARAM_VALUE,
          "order_id: only a limit order can be amended, and " + resting.id() + " is none");
    }
    FuturesOrder old = before.order();
    long nextSize = size.orElse(old.size());
    if (Long.signum(nextSize) != Long.signum(old.size())) {
      return Outcome.refused(
          Reason.INVALID_PARAM_VALUE,
          "size should have the sign that the order has, whose size is " + old.size());
    }
    Limit limit = new Limit(price.orElse(before.limit().price()), before.limit().tif());
    FuturesOrder next =
        new FuturesOrder(
            old.market(),
            nextSize,
            old.close(),
            old.reduceOnly(),
            old.closes(),
            Optional.of(limit),
            old.text());
    return Outcome.done(new NewLimitOrder(next, Optional.of(before)));
  }
}
