package venue.local;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import venue.local.time.HeldClock;
import venue.local.time.RunningClock;
import venue.local.time.Timetable;
import venue.local.time.Turns;

/**
 * The venue's clock and what is due by it.
 *
 * @param clock what functions see
 * @param turns of requests and of time, where it leaps
 */
record VenueTime(
    Instant start, Timetable timetable, RunningClock running, InstantSource clock, Turns turns) {

  static VenueTime of(Speed speed, Optional<Instant> lastTick) {
    InstantSource wall = InstantSource.system();
    Instant now = wall.instant().truncatedTo(ChronoUnit.MILLIS);
    Instant start =
        lastTick
            .map(tick -> tick.plus(Duration.ofMillis(1)))
            .filter(after -> after.isAfter(now))
            .orElse(now);
    Timetable timetable = new Timetable();
    RunningClock running = new RunningClock(start, speed.factor(), wall);
    if (speed.isReal()) {
      running.begin();
      return new VenueTime(start, timetable, running, running, new Turns());
    }
    return new VenueTime(start, timetable, running, new HeldClock(running, timetable), new Turns());
  }

  boolean isWallSpeed() {
    return clock == running;
  }
}
