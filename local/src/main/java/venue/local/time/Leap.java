package venue.local.time;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.function.BooleanSupplier;

/**
 * A recording replayed without waiting, step by step, by a thread of its own; then the clock is set
 * going.
 */
public final class Leap {
  private final Steps steps;
  private final RunningClock clock;
  private final Instant end;
  private final CompletableFuture<Figures> done = new CompletableFuture<>();

  /**
   * @param clock which stands, and is moved
   * @param end the last moment to which it leaps
   */
  public Leap(Timetable timetable, RunningClock clock, Turns turns, Instant end) {
    this.steps = new Steps(timetable, clock, turns);
    this.clock = clock;
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
      more = steps.next(end);
    }
    if (!more) {
      Duration venueTime = Duration.between(start, clock.instant());
      clock.begin();
      done.complete(new Figures(venueTime, Duration.ofNanos(System.nanoTime() - wallStart)));
    }
  }
}
