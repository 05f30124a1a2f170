package venue.local.time;

import java.time.Instant;
import java.util.Optional;

/** Does what the timetable says, one after another, as venue time gets there. */
public final class TimetableRunner implements AutoCloseable {
  private static final long LONGEST_WAIT_MS = 60_000;

  private final Timetable timetable;
  private final RunningClock clock;
  private final Optional<Leap> leap;
  private final Thread thread;
  private volatile boolean closed;

  /**
   * @param leap comes before the clock is set going
   */
  public TimetableRunner(Timetable timetable, RunningClock clock, Optional<Leap> leap) {
    this.timetable = timetable;
    this.clock = clock;
    this.leap = leap;
    this.thread = Thread.ofPlatform().name("timetable").daemon().unstarted(this::run);
  }

  public void start() {
    thread.start();
  }

  private void run() {
    leap.ifPresent(first -> first.run(() -> closed));
    try {
      while (!closed) {
        if (!timetable.runFirstDue(clock.instant())) {
          waitForNext();
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void waitForNext() throws InterruptedException {
    Instant next = timetable.next().orElse(Instant.MAX);
    long wait =
        next.equals(Instant.MAX)
            ? LONGEST_WAIT_MS
            : Math.min(LONGEST_WAIT_MS, clock.wallTimeUntil(next).toMillis());
    timetable.await(next, wait);
  }

  @Override
  public void close() {
    closed = true;
    // Wakes it where it waits and lets work come to its end: a store whose caller is interrupted
    // goes on with the call, and its file stays locked for whoever opens it next.
    timetable.add(clock.instant(), () -> {});
    try {
      thread.join(5_000);
      thread.interrupt();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
