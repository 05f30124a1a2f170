package venue.simulation.fault;

import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * One run of a function. Its side-by-side work is done one after the other, so that a seed always
 * leads to the same run; races are made by what {@link Invocations#between} lets in.
 */
final class Invocation {
  private static final long PAUSE_NANOS = 100_000;
  private static final int PAUSES = 1_000;
  final boolean isWithinAnother;
  private final Thread main = Thread.currentThread();
  private final Set<Thread> calling = new HashSet<>();
  private final Set<Thread> known = new HashSet<>();
  private @Nullable Thread owner;
  private int expected;
  private int calls;
  private boolean gone;

  Invocation(boolean isWithinAnother) {
    this.isWithinAnother = isWithinAnother;
  }

  int nextCall() {
    return ++calls;
  }

  boolean isGone() {
    return gone;
  }

  void end() {
    gone = true;
  }

  /** A thread of the run is being started, by the run itself or within what it calls. */
  synchronized void expectThread() {
    if (!calling.contains(Thread.currentThread())) {
      expected++;
    }
  }

  /** Does what a call does; threads that it starts are none of the run's. */
  <T> T within(Supplier<T> effect) {
    Thread me = Thread.currentThread();
    synchronized (this) {
      calling.add(me);
    }
    try {
      return effect.get();
    } finally {
      synchronized (this) {
        calling.remove(me);
      }
    }
  }

  private synchronized boolean isExpecting(Thread me) {
    if (me != main && known.add(me)) {
      expected = Math.max(0, expected - 1);
    }
    return me == main && expected > 0;
  }

  // A thread that never calls anything is not waited for long.
  private synchronized void forgetExpected() {
    expected = 0;
  }

  /** Waits until no other thread of the run is at work: those it has started come first. */
  void awaitTurn() {
    Thread me = Thread.currentThread();
    for (int i = 0; isExpecting(me); i++) {
      LockSupport.parkNanos(PAUSE_NANOS);
      if (i == PAUSES) {
        forgetExpected();
      }
    }
    for (Thread other = other(me); other != null; other = other(me)) {
      try {
        other.join();
      } catch (InterruptedException e) {
        me.interrupt();
        throw new IllegalStateException("interrupted", e);
      }
    }
  }

  private synchronized @Nullable Thread other(Thread me) {
    if (owner == null || owner == me || !owner.isAlive()) {
      owner = me == main ? null : me;
      return null;
    }
    return owner;
  }
}
