package venue.domain.resting;

import java.util.List;
import venue.domain.Outcome;
import venue.domain.futures.FuturesDesk;
import venue.domain.futures.FuturesOrder;
import venue.domain.futures.MarketOrder;
import venue.domain.resting.RestingOrder.WaitingOrder;

/**
 * An order as it comes in a market in which every order waits: it is refused as it would be if it
 * were to fill now, and fills or ends at the next good tick.
 *
 * @param order without a limit, or with one that it is to meet at that tick
 */
public record NewWaitingOrder(FuturesOrder order) {

  /**
   * The order as it waits, with its margin set aside.
   *
   * @param desk at a tick at which orders fill elsewhere
   * @param resting all else that rests in the account
   */
  public Outcome<WaitingOrder> accept(long id, FuturesDesk desk, List<RestingOrder> resting) {
    return MarketOrder.execute(order, id, desk)
        .then(done -> new OrderMargin(desk, resting).of(order, done.fill().filled()))
        .then(
            margin ->
                RestingLimit.allows(
                    new WaitingOrder(id, order, margin, desk.tick().sequence(), desk.now()),
                    resting,
                    desk.now()));
  }
}
