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
 * A stop-loss or take-profit as it comes, or comes again amended.
 *
 * @param life how long it rests, none: until it is met, cancelled, or its position is closed
 * @param before the same order as it rests, if it is amended; it keeps its end
 */
public record NewPriceOrder(
    FuturesOrder order, Trigger trigger, Optional<Duration> life, Optional<PriceOrder> before) {
  private static final BigDecimal PRICE_LIMIT = BigDecimal.ONE.scaleByPowerOfTen(12);

  /**
   * The price order as it rests: it closes or reduces a position that is open, and the market's
   * latest price, of whatever quality, does not meet it.
   *
   * @param id of the order if it comes first
   * @param all that rests in the account
   */
  public Outcome<PriceOrder> accept(long id, FuturesDesk desk, List<RestingOrder> all) {
    List<RestingOrder> resting =
        all.stream().filter(other -> !Optional.of(other).equals(before)).toList();
    Outcome<Long> trade =
        reducing().then(only -> TradeSize.of(only, desk.position(), desk.market().contract()));
    return (before.isPresent() ? trade : trade.within("initial"))
        .then(size -> onGrid(desk.market().contract().priceStep(), Side.of(-size)))
        .then(side -> ahead(desk.tick().price(), side))
        .then(
            side ->
                RestingLimit.allows(
                    new PriceOrder(
                        before.map(PriceOrder::id).orElse(id),
                        order,
                        side,
                        trigger,
                        before.isPresent() ? before.get().expires() : life.map(desk.now()::plus),
                        desk.tick().sequence(),
                        before.map(PriceOrder::time).orElse(desk.now()),
                        desk.now()),
                    resting,
                    desk.now()));
  }

  private String triggerPrice() {
    return before.isPresent() ? "trigger_price" : "trigger.price";
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
            triggerPrice()
                + " should be above 0, below 1e12 and a multiple of "
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
            triggerPrice() + ": with rule 1 it should be above" + latest)
        : Outcome.refused(
            Reason.AUTO_TRIGGER_PRICE_LESS_LAST,
            triggerPrice() + ": with rule 2 it should be below" + latest);
  }
}
