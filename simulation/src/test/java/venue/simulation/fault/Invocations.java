package venue.simulation.fault;

import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Runs functions under a plan. All that a function calls passes through here; calls from outside a
 * run, as a test's own look at the store, never fail.
 */
public final class Invocations {
  // Runs do not know of each other; the threads of one die with it.
  @SuppressWarnings("ThreadLocalUsage")
  private final InheritableThreadLocal<Optional<Invocation>> current =
      new InheritableThreadLocal<>() {
        @Override
        protected Optional<Invocation> initialValue() {
          return Optional.empty();
        }

        @Override
        protected Optional<Invocation> childValue(Optional<Invocation> parent) {
          parent.ifPresent(Invocation::expectThread);
          return parent;
        }
      };

  private final Coverage coverage;
  private Plan plan = Plan.CALM;
  private Consumer<CallSite> between = site -> {};

  /** Invocations whose call sites are noted. */
  public Invocations(Coverage coverage) {
    this.coverage = coverage;
  }

  /** Goes by another plan from now on. */
  public void follow(Plan next) {
    plan = next;
  }

  /** What is let in before each call of a function; not within what was let in itself. */
  public void between(Consumer<CallSite> others) {
    between = others;
  }

  /**
   * Runs a function.
   *
   * @return what it answered
   * @throws Stopped if its process is gone, whatever it may have answered
   */
  public <T> T run(Supplier<T> function) {
    Optional<Invocation> outer = current.get();
    Invocation invocation = new Invocation(outer.isPresent());
    current.set(Optional.of(invocation));
    try {
      T answer = function.get();
      if (invocation.isGone()) {
        throw new Stopped("a call of its threads");
      }
      return answer;
    } finally {
      current.set(outer);
    }
  }

  /**
   * Makes a call.
   *
   * @param real does it and gives its answer
   * @param partly does it and gives what the caller sees under a fault that is an answer
   */
  <T> T call(String kind, Supplier<T> real, Function<Fault, T> partly) {
    Optional<Invocation> running = current.get();
    if (running.isEmpty()) {
      return real.get();
    }
    Invocation invocation = running.get();
    Supplier<T> effect = () -> invocation.within(real);
    invocation.awaitTurn();
    CallSite site = CallSite.here(kind);
    if (!invocation.isGone() && !invocation.isWithinAnother) {
      between.accept(site);
    }
    if (invocation.isGone()) {
      throw new Stopped(site.toString());
    }
    coverage.seen(site);
    return switch (plan.fate(site, invocation.nextCall())) {
      case Fate.Answered done -> effect.get();
      case Fate.Failed(Fault fault, Moment moment) -> failed(fault, moment, effect, partly);
      case Fate.Gone(Moment moment) -> gone(invocation, site, moment, effect);
    };
  }

  private static <T> T failed(
      Fault fault, Moment moment, Supplier<T> effect, Function<Fault, T> partly) {
    if (fault.answers()) {
      return partly.apply(fault);
    }
    if (moment == Moment.AFTER) {
      var _ = effect.get();
    }
    throw fault.exception();
  }

  private <T> T gone(Invocation invocation, CallSite site, Moment moment, Supplier<T> effect) {
    coverage.stopped(site, moment);
    invocation.end();
    Stopped stopped = new Stopped(site.toString());
    if (moment == Moment.AFTER) {
      try {
        var _ = effect.get();
      } catch (RuntimeException refused) {
        stopped.addSuppressed(refused);
      }
    }
    throw stopped;
  }
}
