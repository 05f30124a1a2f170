package venue.local.time;

import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;

/** What is due when, in venue time; what is due at the same moment keeps the order it came in. */
public final class Timetable {
  private final PriorityQueue<Entry> entries =
      new PriorityQueue<>(Comparator.comparing(Entry::due).thenComparingLong(Entry::sequence));
  private long sequence;
  private @Nullable Entry running;

  /** Something due. */
  public record Entry(Instant due, long sequence, Runnable work) {}

  public synchronized void add(Instant due, Runnable work) {
    entries.add(new Entry(due, sequence++, work));
    notifyAll();
  }

  /** When the work that is being done, or else the next, is due. */
  public synchronized Optional<Instant> earliest() {
    Entry entry = running != null ? running : entries.peek();
    return Optional.ofNullable(entry).map(Entry::due);
  }

  /** When the next work is due. */
  synchronized Optional<Instant> next() {
    return Optional.ofNullable(entries.peek()).map(Entry::due);
  }

  /** Does the first work, to completion, if it is due by then; says whether there was any. */
  public boolean runFirstDue(Instant by) {
    Entry first;
    synchronized (this) {
      first = entries.peek();
      if (first == null || first.due().isAfter(by)) {
        return false;
      }
      entries.remove();
      running = first;
    }
    try {
      first.work().run();
    } finally {
      synchronized (this) {
        running = null;
      }
    }
    return true;
  }

  /** Waits until something is added or so many milliseconds have passed. */
  @SuppressWarnings("WaitNotInLoop") // the caller's loop looks at the time again
  synchronized void await(Instant unlessBefore, long milliseconds) throws InterruptedException {
    if (next().filter(due -> due.isBefore(unlessBefore)).isEmpty()) {
      wait(Math.max(1, milliseconds));
    }
  }
}
