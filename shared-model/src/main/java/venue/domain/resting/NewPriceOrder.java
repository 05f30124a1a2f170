package venue.domain.resting;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import venue.domain.Outcome;
import venue.domain.Reason;
import venue.domain.Side;
import venue.domain.futures.FuturesDesk;
import venue.domain.futures.FuturesOrder;
import venue.domain.futures.TradeSize;
import venue.domain.resting.RestingOrder.PriceOrder;

/**
 * A stop-loss or take-profit as a client gives it.
 *
 * @param life how long it rests, none: until it is met, cancelled, or its position is closed
 */
public record NewPriceOrder(FuturesOrder order, Trigger trigger, Optional<Duration> life) {
  private static final BigDecimal PRICE_LIMIT = BigDecimal.ONE.scaleByPowerOfTen(12);

  /**
   * The price order as it rests: it closes or reduces a position that is open, and the market's
   * latest price, of whatever quality, does not meet it.
   *
   * @param resting all that rests in the account
   */
  public Outcome<PriceOrder> accept(long id, FuturesDesk desk, List<RestingOrder> resting) {
    return reducing()
        .then(only -> TradeSize.of(only, desk.position(), desk.market().contract()))
        .within("initial")
        .then(size -> onGrid(desk.market().contract().priceStep(), Side.of(-size)))
        .then(side -> ahead(desk.tick().price(), side))
        .then(
            side ->
                RestingLimit.allows(
                    new PriceOrder(
                        id,
                        order,
                        side,
                        trigger,
                        life.map(desk.now()::plus),
                        desk.tick().sequence(),
                        desk.now()),
                    resting,
                    desk.now()));
  }

  private Outcome<FuturesOrder> reducing() {
    return order.close() || order.reduceOnly()
        ? Outcome.done(order)
        : Outcome.refused(
            Reason.INVALID_PARAM_VALUE,
            "reduce_only should be true, or close: a price order closes or reduces a position");
  }

  private Outcome<Side> onGrid(BigDecimal step, Side side) {
    boolean onGrid =
        trigger.price().signum() > 0
            && trigger.price().compareTo(PRICE_LIMIT) < 0
            && trigger.price().remainder(step).signum() == 0;
    return onGrid
        ? Outcome.done(side)
        : Outcome.refused(
            Reason.INVALID_PARAM_VALUE,
            "trigger.price should be above 0, below 1e12 and a multiple of "
                + step.toPlainString());
  }

  private Outcome<Side> ahead(BigDecimal price, Side side) {
    if (!trigger.isMetBy(price)) {
      return Outcome.done(side);
    }
    String latest = " the latest price, " + price.toPlainString();
    return trigger.rule() == Trigger.Rule.AT_LEAST
        ? Outcome.refused(
            Reason.AUTO_TRIGGER_PRICE_GREATE_LAST,
            "trigger.price: with rule 1 it should be above" + latest)
        : Outcome.refused(
            Reason.AUTO_TRIGGER_PRICE_LESS_LAST,
            "trigger.price: with rule 2 it should be below" + latest);
  }
}
