package venue.domain.resting;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import venue.domain.Outcome;
import venue.domain.Reason;
import venue.domain.futures.Accepted;
import venue.domain.futures.FuturesDesk;
import venue.domain.futures.FuturesExecution;
import venue.domain.futures.FuturesOrder;
import venue.domain.futures.Limit;
import venue.domain.futures.MarketOrder;
import venue.domain.futures.TimeInForce;
import venue.domain.futures.TradeSize;
import venue.domain.market.Contract;
import venue.domain.resting.FinishedOrder.End;
import venue.domain.resting.RestingOrder.LimitOrder;
import venue.domain.resting.RestingOrder.RestingFutures;

/**
 * A limit order as it comes, or comes again amended: it fills at once at its fill price if that is
 * within its limit, else it rests. In a market in which orders wait none fills at once.
 *
 * @param order has a limit
 * @param before the same order as it rests, if it is amended
 */
public record NewLimitOrder(FuturesOrder order, Optional<LimitOrder> before) {

  /** What becomes of it. */
  public sealed interface Placed {

    /** It fills. */
    record Filled(FuturesExecution execution) implements Placed {}

    /** It rests, and its margin is set aside. */
    record Rests(RestingFutures order) implements Placed {}

    /** It was to fill at once or never, and does not. */
    record Ended(FinishedOrder order) implements Placed {}
  }

  /**
   * Places the order, at a tick at which orders fill.
   *
   * @param id of the order if it comes first, and of the trade if it fills
   * @param now the account's desk, with what is set aside for its resting orders
   * @param all that rests in the account
   */
  public Outcome<Placed> place(long id, FuturesDesk now, List<RestingOrder> all) {
    FuturesDesk desk = before.map(old -> now.withOrderMargin(old.margin().negate())).orElse(now);
    List<RestingOrder> resting =
        all.stream().filter(other -> !Optional.of(other).equals(before)).toList();
    Contract contract = desk.market().contract();
    return TradeSize.of(order, desk.position(), contract)
        .then(size -> LimitPrice.checked(limit(), contract, desk.tick().price(), size))
        .then(size -> place(id, size, desk, resting));
  }

  private Outcome<Placed> place(long id, long size, FuturesDesk desk, List<RestingOrder> resting) {
    BigDecimal fillPrice = desk.fillPrice(size).price();
    boolean fills = limit().allows(fillPrice, size);
    if (desk.market().fill().waits() && limit().tif() != TimeInForce.POC) {
      return limit().tif() == TimeInForce.GTC
          ? rests(id, size, desk, resting)
          : new NewWaitingOrder(order)
              .accept(id, desk, resting)
              .then(waits -> Outcome.done(new Placed.Rests(waits)));
    }
    return switch (limit().tif()) {
      case GTC -> fills ? filled(id, desk) : rests(id, size, desk, resting);
      case IOC -> fills ? filled(id, desk) : Outcome.done(unfilled(id, size, desk));
      case FOK ->
          fills
              ? filled(id, desk)
              : Outcome.refused(
                  Reason.ORDER_FOK,
                  "price: the order would fill at " + plain(fillPrice) + ", beyond its limit");
      case POC ->
          fills
              ? Outcome.refused(
                  Reason.ORDER_POC_IMMEDIATE,
                  "price: a post-only order would fill at once, at " + plain(fillPrice))
              : rests(id, size, desk, resting);
    };
  }

  private Outcome<Placed> filled(long id, FuturesDesk desk) {
    return MarketOrder.execute(order, accepted(id, desk), id, desk)
        .then(execution -> Outcome.done(new Placed.Filled(execution)));
  }

  private Placed unfilled(long id, long size, FuturesDesk desk) {
    LimitOrder ended = resting(id, size, BigDecimal.ZERO, desk);
    return new Placed.Ended(FinishedOrder.unfilled(ended, End.UNFILLED, desk.now()));
  }

  private Outcome<Placed> rests(long id, long size, FuturesDesk desk, List<RestingOrder> resting) {
    return new OrderMargin(desk, resting)
        .of(order, size)
        .then(margin -> RestingLimit.allows(resting(id, size, margin, desk), resting, desk.now()))
        .then(rests -> Outcome.done(new Placed.Rests(rests)));
  }

  private Accepted accepted(long id, FuturesDesk desk) {
    return before
        .map(old -> new Accepted(old.id(), old.time()))
        .orElseGet(() -> new Accepted(id, desk.now()));
  }

  private LimitOrder resting(long id, long size, BigDecimal margin, FuturesDesk desk) {
    Accepted accepted = accepted(id, desk);
    return new LimitOrder(
        accepted.id(),
        order,
        Trigger.of(limit(), size, desk.market().fill().halfSpread()),
        margin,
        desk.tick().sequence(),
        accepted.time(),
        desk.now());
  }

  private Limit limit() {
    return order.limit().orElseThrow();
  }

  private static String plain(BigDecimal amount) {
    return amount.stripTrailingZeros().toPlainString();
  }
}
