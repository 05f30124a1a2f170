package venue.simulation.recorded;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import venue.local.prices.Recording;

/**
 * A part of a recording, walked in equal steps: at each of them the last recorded price.
 *
 * @param from recorded time of the first tick
 * @param to recorded time before which the last one comes
 * @param step divides a minute
 */
record PricePath(String name, Recording recording, Instant from, Instant to, Duration step) {

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
    return recording.at(from.plus(step.multipliedBy(tick))).price();
  }
}
