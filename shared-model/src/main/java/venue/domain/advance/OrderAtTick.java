package venue.domain.advance;

import java.math.BigDecimal;
import java.util.Objects;
import venue.domain.futures.Position;
import venue.domain.futures.TradeSize;
import venue.domain.market.FillPrice;
import venue.domain.market.Market;
import venue.domain.market.Tick;
import venue.domain.resting.RestingOrder;
import venue.domain.resting.RestingOrder.LimitOrder;

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

  private boolean isWithin(LimitOrder limit) {
    Market market = Objects.requireNonNull(standing.markets().get(tick.market())).market();
    Position held = standing.position(limit).orElseGet(() -> Position.flat(market.contract()));
    return TradeSize.of(limit.order(), held, market.contract())
        .fold(size -> limit.limit().allows(fillPrice(market, size), size), refusal -> true);
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
