package venue.simulation.fault;

import org.jspecify.annotations.Nullable;

/**
 * One run of a function. Its side-by-side work is done one after the other, so that a seed always
 * leads to the same run; races are made by what {@link Invocations#between} lets in.
 */
final class Invocation {
  final boolean isWithinAnother;
  private final Thread main = Thread.currentThread();
  private @Nullable Thread owner;
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

  void awaitTurn() {
    Thread me = Thread.currentThread();
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
    if (me == main) {
      return null;
    }
    if (owner == null || owner == me || !owner.isAlive()) {
      owner = me;
      return null;
    }
    return owner;
  }
}
