package venue.domain.futures;

import java.math.BigDecimal;
import java.time.Instant;
import venue.domain.market.Market;
import venue.domain.market.Tick;

/**
 * An open cross position at a tick of its market.
 *
 * @param tick of any quality: what is not good is judged by price and funding of the last good one
 */
public record CrossLeg(Position position, Market market, Tick tick) {

  /** What the account is judged by. */
  public CrossMargin.Leg leg() {
    return new CrossMargin.Leg(
        position, market.contract(), tick.volatility().lastPrice(), tick.goodIndex());
  }

  /** {@code σ̂} of its market, per year. */
  BigDecimal volatility() {
    return tick.volatility().sigma();
  }

  /** Whether it may be traded at a moment: its market's tick is good and not too old. */
  public boolean isTradableAt(Instant now) {
    return tick.fills(now, market.priceAgeMax());
  }

  /** What closing it costs per notional: half the spread and the liquidation fee. */
  public BigDecimal closingCost() {
    return market.fill().halfSpread().add(market.contract().liquidationFeeRate());
  }

  /** The same leg at another tick. */
  public CrossLeg at(Tick other) {
    return new CrossLeg(position, market, other);
  }
}
