package venue.domain.resting;

import java.math.BigDecimal;
import java.util.List;
import venue.domain.Outcome;
import venue.domain.Reason;
import venue.domain.resting.RestingOrder.WaitingUnitOrder;
import venue.domain.smartleverage.SoldUnits;
import venue.domain.smartleverage.UnitDesk;
import venue.domain.smartleverage.UnitOrder;
import venue.domain.smartleverage.UnitTrade;

/**
 * Which orders for units are accepted to wait for a good tick: while nothing fills sales; where
 * every order waits all that could be executed now.
 *
 * @param resting all that rests in the account
 */
public record WaitingUnits(UnitDesk desk, List<RestingOrder> resting) {

  public WaitingUnits {
    resting = List.copyOf(resting);
  }

  /**
   * The order as it waits for the first good tick; what a purchase spends is set aside. TOO_BUSY if
   * it buys while nothing fills; refused as at a good tick if the present holding could not fill
   * it.
   */
  public Outcome<WaitingUnitOrder> accept(UnitOrder order, long id) {
    return spent(order, id)
        .then(
            spent ->
                RestingLimit.allows(
                    new WaitingUnitOrder(
                        id,
                        desk.market().name(),
                        order,
                        spent,
                        desk.fund().epoch(),
                        desk.tick().sequence(),
                        desk.now()),
                    resting,
                    desk.now()));
  }

  private Outcome<BigDecimal> spent(UnitOrder order, long id) {
    return switch (order) {
      case UnitOrder.Buy buy -> bought(buy, id);
      case UnitOrder.Sell sale ->
          SoldUnits.of(sale, desk.holding()).then(units -> Outcome.done(BigDecimal.ZERO));
      case UnitOrder.SellFraction part ->
          SoldUnits.of(part, desk.holding()).then(units -> Outcome.done(BigDecimal.ZERO));
    };
  }

  private Outcome<BigDecimal> bought(UnitOrder.Buy buy, long id) {
    return desk.fills()
        ? UnitTrade.execute(buy, id, desk).then(done -> Outcome.done(buy.amount()))
        : Outcome.refused(
            Reason.TOO_BUSY,
            desk.market().name()
                + " has no fresh price at the moment, and a purchase does not wait for one;"
                + " try again");
  }
}
