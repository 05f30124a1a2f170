package venue.local.time;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.Lock;
import java.util.function.BooleanSupplier;

/**
 * Venue time leaping from one moment at which something is due to the next, without waiting.
 * Between two leaps it stands at the earlier moment, with all that was due then done or next in
 * turn.
 */
public final class Leap {
  private final Timetable timetable;
  private final RunningClock clock;
  private final Lock turn;
  private final Instant end;
  private final CompletableFuture<Figures> done = new CompletableFuture<>();

  /**
   * @param clock which stands, and is moved
   * @param end the last moment to which it leaps
   */
  public Leap(Timetable timetable, RunningClock clock, Turns turns, Instant end) {
    this.timetable = timetable;
    this.clock = clock;
    this.turn = turns.ofTime();
    this.end = end;
  }

  /** How far it went. */
  public record Figures(Duration venueTime, Duration wallTime) {}

  /** Completed when it is at the end. */
  public CompletableFuture<Figures> done() {
    return done.copy();
  }

  /** Leaps to the end, from where the clock runs; or until it is stopped. */
  void run(BooleanSupplier stopped) {
    Instant start = clock.instant();
    long wallStart = System.nanoTime();
    boolean more = true;
    while (more && !stopped.getAsBoolean()) {
      more = leap();
    }
    if (!more) {
      Duration venueTime = Duration.between(start, clock.instant());
      clock.begin();
      done.complete(new Figures(venueTime, Duration.ofNanos(System.nanoTime() - wallStart)));
    }
  }

  private boolean leap() {
    turn.lock();
    try {
      Optional<Instant> next = timetable.next().filter(due -> !due.isAfter(end));
      next.ifPresent(clock::moveTo);
      return next.filter(timetable::runFirstDue).isPresent();
    } finally {
      turn.unlock();
    }
  }
}
