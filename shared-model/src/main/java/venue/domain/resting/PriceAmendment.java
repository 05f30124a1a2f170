package venue.domain.resting;

import java.math.BigDecimal;
import java.util.Optional;
import venue.domain.Outcome;
import venue.domain.Reason;
import venue.domain.Side;
import venue.domain.futures.FuturesOrder;
import venue.domain.resting.RestingOrder.PriceOrder;

/**
 * What a client changes of a price order.
 *
 * @param price the new trigger price, USDT
 * @param size the new size, contracts: 0 closes the position, another reduces it
 * @param closes the side of the position, if the client names it
 */
public record PriceAmendment(
    Optional<BigDecimal> price, Optional<Long> size, Optional<Side> closes) {

  /** The order as it comes again; refused if it is no price order. */
  public Outcome<NewPriceOrder> of(RestingOrder resting) {
    if (!(resting instanceof PriceOrder before)) {
      return Outcome.refused(
          Reason.INVALID_PARAM_VALUE, "order_id: " + resting.id() + " is no price order");
    }
    FuturesOrder old = before.order();
    FuturesOrder next =
        new FuturesOrder(
            old.market(),
            size.orElse(old.size()),
            size.map(asked -> asked == 0).orElse(old.close()),
            size.map(asked -> asked != 0).orElse(old.reduceOnly()),
            closes.or(old::closes),
            Optional.empty(),
            old.text());
    Trigger trigger = new Trigger(before.trigger().rule(), price.orElse(before.trigger().price()));
    return Outcome.done(new NewPriceOrder(next, trigger, Optional.empty(), Optional.of(before)));
  }
}
