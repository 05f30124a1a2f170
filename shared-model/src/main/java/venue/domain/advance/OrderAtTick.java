package venue.domain.advance;

import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import venue.domain.futures.CrossLeg;
import venue.domain.futures.Limit;
import venue.domain.futures.Position;
import venue.domain.futures.TradeSize;
import venue.domain.market.FillPrice;
import venue.domain.market.Market;
import venue.domain.market.Tick;
import venue.domain.resting.FinishedOrder.End;
import venue.domain.resting.RestingOrder;
import venue.domain.resting.RestingOrder.LimitOrder;
import venue.domain.resting.RestingOrder.RestingFutures;
import venue.domain.resting.RestingOrder.WaitingOrder;

/** A resting order at a good tick of its market, as the account stands. */
record OrderAtTick(Standing standing, RestingOrder order, Tick tick) {

  /**
   * Whether the tick lets it fill: a limit order if its fill price is within its limit. One that
   * has nothing left to reduce is met too, so that it ends.
   */
  boolean isMet() {
    return order.trigger().isMetBy(tick.price())
        && (!(order instanceof LimitOrder limit) || isWithin(limit));
  }

  /**
   * What becomes of it, if it is met.
   *
   * @param legs the account's open cross positions at the ticks they are at
   */
  Due due(List<CrossLeg> legs) {
    if (order.isExpiredAt(tick)) {
      return new Due.Ended(order, End.EXPIRED, tick);
    }
    return order instanceof WaitingOrder waiting && !isWithin(waiting)
        ? new Due.Ended(order, End.UNFILLED, tick)
        : new Due.Fill(order, legs, tick);
  }

  private boolean isWithin(RestingFutures resting) {
    Market market = Objects.requireNonNull(standing.markets().get(tick.market())).market();
    Position held = standing.position(resting).orElseGet(() -> Position.flat(market.contract()));
    Optional<Limit> limit = resting.order().limit();
    return TradeSize.of(resting.order(), held, market.contract())
        .fold(
            size -> limit.isEmpty() || limit.get().allows(fillPrice(market, size), size),
            refusal -> true);
  }

  private BigDecimal fillPrice(Market market, long size) {
    return FillPrice.of(
            market,
            tick,
            market.contract().base(size),
            standing.account().fills().since(market.name(), tick.sequence()),
            tick.time())
        .price();
  }
}
