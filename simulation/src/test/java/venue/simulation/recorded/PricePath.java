package venue.simulation.recorded;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import venue.local.prices.RecordedPrice;
import venue.local.prices.Recording;

/**
 * A part of a recording, walked in equal steps.
 *
 * @param from recorded time of the first tick
 * @param to recorded time before which the last one comes
 * @param step divides a minute
 * @param apart how far apart recorded prices are that the price goes between in a straight line;
 *     zero: it stays at the last recorded one
 */
record PricePath(
    String name, Recording recording, Instant from, Instant to, Duration step, Duration apart) {
  private static final int SCALE = 6;

  String market() {
    return recording.market();
  }

  int ticks() {
    return (int) Duration.between(from, to).dividedBy(step);
  }

  int ticksOfAMinute() {
    return (int) Duration.ofMinutes(1).dividedBy(step);
  }

  BigDecimal price(int tick) {
    return price(tick, Duration.ZERO);
  }

  /** The price so long after a tick. */
  BigDecimal price(int tick, Duration after) {
    Instant time = from.plus(step.multipliedBy(tick)).plus(after);
    RecordedPrice last = recording.at(time);
    if (apart.isZero()) {
      return last.price();
    }
    BigDecimal way = recording.at(last.time().plus(apart)).price().subtract(last.price());
    BigDecimal passed = BigDecimal.valueOf(Duration.between(last.time(), time).toMillis());
    return last.price()
        .add(
            way.multiply(passed)
                .divide(BigDecimal.valueOf(apart.toMillis()), SCALE, RoundingMode.HALF_EVEN));
  }
}
