package venue.domain.resting;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import venue.domain.Outcome;
import venue.domain.Reason;
import venue.domain.futures.FuturesDesk;
import venue.domain.futures.FuturesOrder;
import venue.domain.futures.Position;
import venue.domain.futures.TradeSize;
import venue.domain.resting.RestingOrder.LimitOrder;
import venue.domain.resting.RestingOrder.RestingFutures;
import venue.domain.resting.RestingOrder.WaitingOrder;

/**
 * Which futures orders are accepted while nothing fills: those that reduce a position and leave the
 * account's net exposure in the market no greater.
 *
 * @param desk at a tick at which nothing fills
 * @param resting all that rests in the account
 * @param beside the account's other open position in the market, in hedge mode
 * @param unitExposure of the account's units in the market's funds, signed base
 */
public record Waiting(
    FuturesDesk desk,
    List<RestingOrder> resting,
    Optional<Position> beside,
    BigDecimal unitExposure) {

  public Waiting {
    resting = List.copyOf(resting);
  }

  /**
   * The order as it waits for the first good tick, or for its limit at one: it reduces and does
   * nothing else. TOO_BUSY if it would add risk, or is to fill at a limit at once or never.
   */
  public Outcome<RestingFutures> accept(FuturesOrder order, long id) {
    return TradeSize.of(order, desk.position(), desk.market().contract())
        .then(size -> checked(order, size))
        .then(
            size -> {
              if (!desk.position().isReducedBy(size)) {
                return noPrice("an order that opens a position");
              }
              if (order.limit().filter(limit -> !limit.tif().rests()).isPresent()) {
                return noPrice("one that is to fill at once");
              }
              return addsExposure(size)
                  ? noPrice("one that leaves what is beside it in this market less hedged")
                  : RestingLimit.allows(resting(order.reducing(), size, id), resting, desk.now());
            });
  }

  private Outcome<Long> checked(FuturesOrder order, long size) {
    return order
        .limit()
        .map(
            limit -> LimitPrice.checked(limit, desk.market().contract(), desk.tick().price(), size))
        .orElseGet(() -> Outcome.done(size));
  }

  private boolean addsExposure(long size) {
    long waiting = afterWaiting(desk.position());
    long other = beside.map(this::afterWaiting).orElse(0L);
    BigDecimal before = net(waiting + other);
    BigDecimal after = net(reduced(waiting, size) + other);
    return after.abs().compareTo(before.abs()) > 0;
  }

  private BigDecimal net(long size) {
    return desk.market().contract().base(size).add(unitExposure);
  }

  // Many small orders must not do together what one may not.
  private long afterWaiting(Position held) {
    long left = held.size();
    for (RestingOrder order : resting) {
      if (order instanceof RestingFutures futures
          && futures.order().onlyReduces()
          && futures.slot(desk.account().mode()).equals(Optional.of(held.slot()))) {
        left = futures.order().close() ? 0 : reduced(left, futures.order().size());
      }
    }
    return left;
  }

  private static long reduced(long held, long size) {
    return Long.signum(held) * Math.max(0, Math.abs(held) - Math.abs(size));
  }

  private RestingFutures resting(FuturesOrder order, long size, long id) {
    return order
        .limit()
        .<RestingFutures>map(
            limit ->
                new LimitOrder(
                    id,
                    order,
                    Trigger.of(limit, size, desk.market().fill().halfSpread()),
                    BigDecimal.ZERO,
                    desk.tick().sequence(),
                    desk.now(),
                    desk.now()))
        .orElseGet(() -> new WaitingOrder(id, order, desk.tick().sequence(), desk.now()));
  }

  private Outcome<RestingFutures> noPrice(String what) {
    return Outcome.refused(
        Reason.TOO_BUSY,
        "size: "
            + desk.market().name()
            + " has no fresh price at the moment, and "
            + what
            + " does not wait for one; try again");
  }
}
