package venue.domain.resting;

import java.math.BigDecimal;
import java.util.List;
import venue.domain.Outcome;
import venue.domain.Reason;
import venue.domain.futures.FuturesDesk;
import venue.domain.futures.FuturesOrder;
import venue.domain.futures.Position;
import venue.domain.futures.TradeSize;
import venue.domain.resting.RestingOrder.WaitingOrder;

/**
 * Which market orders are accepted while nothing fills: those that reduce a position and leave the
 * account's net exposure in the market no greater.
 *
 * @param desk at a tick at which nothing fills
 * @param resting all that rests in the account
 * @param unitExposure of the account's units in the market's funds, signed base
 */
public record Waiting(FuturesDesk desk, List<RestingOrder> resting, BigDecimal unitExposure) {

  public Waiting {
    resting = List.copyOf(resting);
  }

  /**
   * The order as it waits for the first good tick: it reduces and does nothing else. TOO_BUSY if it
   * would add risk.
   */
  public Outcome<WaitingOrder> accept(FuturesOrder order, long id) {
    Position held = desk.position();
    return TradeSize.of(order, held, desk.market().contract())
        .then(
            size -> {
              if (!reduces(held.size(), size)) {
                return noPrice("an order that opens a position");
              }
              return addsExposure(size)
                  ? noPrice("one that leaves the units of this market less hedged")
                  : RestingLimit.allows(resting(order, id), resting, desk.now());
            });
  }

  private static boolean reduces(long held, long size) {
    return Long.signum(size) == -Long.signum(held) && Math.abs(size) <= Math.abs(held);
  }

  private boolean addsExposure(long size) {
    long waiting = afterWaiting();
    BigDecimal before = net(waiting);
    BigDecimal after = net(reduced(waiting, size));
    return after.abs().compareTo(before.abs()) > 0;
  }

  private BigDecimal net(long size) {
    return desk.market().contract().base(size).add(unitExposure);
  }

  // Many small orders must not do together what one may not.
  private long afterWaiting() {
    long left = desk.position().size();
    for (RestingOrder order : resting) {
      if (order instanceof WaitingOrder waiting && waiting.market().equals(desk.market().name())) {
        left = waiting.order().close() ? 0 : reduced(left, waiting.order().size());
      }
    }
    return left;
  }

  private static long reduced(long held, long size) {
    return Long.signum(held) * Math.max(0, Math.abs(held) - Math.abs(size));
  }

  private WaitingOrder resting(FuturesOrder order, long id) {
    FuturesOrder reducing =
        new FuturesOrder(order.market(), order.size(), order.close(), true, order.text());
    return new WaitingOrder(id, reducing, desk.tick().sequence(), desk.now());
  }

  private Outcome<WaitingOrder> noPrice(String what) {
    return Outcome.refused(
        Reason.TOO_BUSY,
        "size: "
            + desk.market().name()
            + " has no fresh price at the moment, and "
            + what
            + " does not wait for one; try again");
  }
}
