package venue.local.time;

import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.locks.Lock;

/**
 * Venue time moved on from one moment at which something is due to the next, without waiting.
 * Between two steps it stands at the earlier moment, with all that was due then done or next in
 * turn.
 */
public final class Steps {
  private final Timetable timetable;
  private final RunningClock clock;
  private final Lock turn;

  /**
   * @param clock which stands, and is moved
   */
  public Steps(Timetable timetable, RunningClock clock, Turns turns) {
    this.timetable = timetable;
    this.clock = clock;
    this.turn = turns.ofTime();
  }

  /** Does what is due next, if it is due by a moment; says whether there was anything. */
  boolean next(Instant by) {
    turn.lock();
    try {
      Optional<Instant> next = timetable.next().filter(due -> !due.isAfter(by));
      next.ifPresent(clock::moveTo);
      return next.filter(timetable::runFirstDue).isPresent();
    } finally {
      turn.unlock();
    }
  }

  /** Does all that is due by a moment; then time stands there. */
  public void to(Instant moment) {
    boolean more = true;
    while (more) {
      more = next(moment);
    }
    clock.moveTo(moment);
  }
}
