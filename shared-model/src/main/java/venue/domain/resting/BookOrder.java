package venue.domain.resting;

import java.util.List;
import java.util.Optional;
import venue.domain.Outcome;
import venue.domain.Reason;
import venue.domain.futures.FuturesDesk;
import venue.domain.futures.FuturesOrder;
import venue.domain.futures.Limit;
import venue.domain.futures.TimeInForce;
import venue.domain.market.OrderBook;
import venue.domain.market.OrderBook.Level;

/**
 * A limit order whose limit is the price of a level of the order book when it comes.
 *
 * @param order without a limit
 * @param asks whether the level is one of the asks
 * @param level counted from 1, the best
 */
public record BookOrder(FuturesOrder order, TimeInForce tif, boolean asks, int level) {

  /** The order with its limit; refused if the book has no such level now. */
  public Outcome<FuturesOrder> limited(FuturesDesk desk) {
    OrderBook book =
        OrderBook.of(
            desk.market(), desk.tick(), desk.market().contract().priceStep(), level, desk.now());
    List<Level> side = asks ? book.asks() : book.bids();
    if (side.isEmpty()) {
      return Outcome.refused(
          Reason.TOO_BUSY, desk.market().name() + " has no fresh price at the moment; try again");
    }
    return level > side.size()
        ? Outcome.refused(
            Reason.INVALID_PARAM_VALUE, "level: the book has " + side.size() + " of that side")
        : Outcome.done(limited(side.get(level - 1)));
  }

  private FuturesOrder limited(Level at) {
    return new FuturesOrder(
        order.market(),
        order.size(),
        order.close(),
        order.reduceOnly(),
        order.closes(),
        Optional.of(new Limit(at.price(), tif)),
        order.text());
  }
}
