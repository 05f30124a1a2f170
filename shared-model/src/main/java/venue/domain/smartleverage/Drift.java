package venue.domain.smartleverage;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import venue.domain.Side;
import venue.domain.market.Tick;

/**
 * Where a fund's leverage has got to since its last rebalance.
 *
 * @param fund its name
 * @param leverage now, {@code |q|P / NAV}
 * @param sigma {@code σ̂}, per year
 * @param last when it was rebalanced, venue time
 * @param now time of the tick
 */
public record Drift(
    String fund, Side side, BigDecimal leverage, BigDecimal sigma, Instant last, Instant now) {

  /** A fund's at a tick. */
  static Drift of(Fund fund, Tick tick) {
    return new Drift(
        fund.name(),
        fund.side(),
        fund.leverageAt(tick),
        tick.volatility().sigma(),
        fund.time(),
        tick.time());
  }

  /** Time since the last rebalance. */
  Duration elapsed() {
    return Duration.between(last, now);
  }
}
