package venue.domain.market;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Duration;

/**
 * How soon a market's next tick is wanted. A liquidation costs no more than the position's margin
 * while the price moves less from tick to tick than the lowest tier keeps as maintenance margin;
 * where it moves so fast that a step of the plan would use up half of that, ticks come each second.
 *
 * @param step between two ticks of the plan
 */
public record TickPace(Duration step) {
  private static final BigDecimal HALF = new BigDecimal("0.5");
  private static final Duration APART = Duration.ofMillis(500);

  /**
   * Whether the tick after this one is to come in a second: {@code |move|·√(step/time)} since the
   * last good price is more than half the lowest maintenance rate. One that waits to be confirmed
   * waits for the plan, so that a wick has as long to pass as ever. A tick that came at once after
   * another asks for none, so that a chain of ticks does not branch.
   *
   * @param last the tick before
   */
  public boolean isFastAfter(Market market, Tick last, Tick tick) {
    if (Duration.between(last.taken(), tick.taken()).compareTo(APART) < 0) {
      return false;
    }
    return tick.quality() == Tick.Quality.GOOD && isFast(market, last, tick);
  }

  private boolean isFast(Market market, Tick last, Tick tick) {
    BigDecimal from = last.volatility().lastPrice();
    BigDecimal move = tick.price().subtract(from);
    BigDecimal bound = market.contract().tiers().lowestRate().multiply(HALF).multiply(from);
    BigDecimal time =
        BigDecimal.valueOf(Duration.between(last.volatility().lastTime(), tick.time()).toMillis());
    BigDecimal ofStep = BigDecimal.valueOf(step.toMillis());
    return move.pow(2, MathContext.UNLIMITED)
            .multiply(ofStep)
            .compareTo(bound.pow(2, MathContext.UNLIMITED).multiply(time))
        > 0;
  }
}
