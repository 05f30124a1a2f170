package venue.domain.resting;

import java.math.BigDecimal;
import java.util.List;
import venue.domain.Outcome;
import venue.domain.Reason;
import venue.domain.resting.RestingOrder.WaitingSale;
import venue.domain.smartleverage.SoldUnits;
import venue.domain.smartleverage.UnitDesk;
import venue.domain.smartleverage.UnitOrder;

/**
 * Which orders for units are accepted while nothing fills: sales.
 *
 * @param desk at a tick at which nothing fills
 * @param resting all that rests in the account
 */
public record WaitingUnits(UnitDesk desk, List<RestingOrder> resting) {

  public WaitingUnits {
    resting = List.copyOf(resting);
  }

  /**
   * The order as it waits for the first good tick. TOO_BUSY if it buys; refused as at a good tick
   * if the present holding could not fill it.
   */
  public Outcome<WaitingSale> accept(UnitOrder order, long id) {
    return sold(order)
        .then(
            units ->
                RestingLimit.allows(
                    new WaitingSale(
                        id, desk.market().name(), order, desk.tick().sequence(), desk.now()),
                    resting,
                    desk.now()));
  }

  private Outcome<BigDecimal> sold(UnitOrder order) {
    return switch (order) {
      case UnitOrder.Buy _ ->
          Outcome.refused(
              Reason.TOO_BUSY,
              desk.market().name()
                  + " has no fresh price at the moment, and a purchase does not wait for one;"
                  + " try again");
      case UnitOrder.Sell sale -> SoldUnits.of(sale, desk.holding());
      case UnitOrder.SellFraction part -> SoldUnits.of(part, desk.holding());
    };
  }
}
