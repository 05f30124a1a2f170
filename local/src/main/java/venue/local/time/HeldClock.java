package venue.local.time;

import java.time.Instant;
import java.time.InstantSource;

/**
 * Venue time that waits for work: it never passes the moment of what is due next, however long the
 * work before it takes. So a fast replay skips nothing; it gets slower instead.
 */
public final class HeldClock implements InstantSource {
  private final InstantSource running;
  private final Timetable timetable;

  public HeldClock(InstantSource running, Timetable timetable) {
    this.running = running;
    this.timetable = timetable;
  }

  @Override
  public Instant instant() {
    Instant now = running.instant();
    return timetable.earliest().filter(due -> due.isBefore(now)).orElse(now);
  }
}
