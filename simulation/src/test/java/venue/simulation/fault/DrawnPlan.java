package venue.simulation.fault;

import java.util.List;
import java.util.random.RandomGenerator;

/**
 * Draws each call's fate. Where the process has not been stopped yet in this run it is stopped
 * sooner, so that few runs reach every place.
 *
 * @param failures share of calls that fail
 * @param stops share of calls at which the process is gone
 */
public record DrawnPlan(Coverage coverage, RandomGenerator random, double failures, double stops)
    implements Plan {
  private static final double NEW = 0.9;

  @Override
  public Fate fate(CallSite site, int number) {
    Moment moment = random.nextBoolean() ? Moment.BEFORE : Moment.AFTER;
    if (random.nextDouble() < (coverage.wasStopped(site, moment) ? stops : NEW)) {
      return new Fate.Gone(moment);
    }
    if (random.nextDouble() < failures) {
      List<Fate.Failed> possible = Fault.of(site.kind());
      return possible.get(random.nextInt(possible.size()));
    }
    return new Fate.Answered();
  }
}
