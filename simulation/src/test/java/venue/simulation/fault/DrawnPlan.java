package venue.simulation.fault;

import java.util.List;
import java.util.random.RandomGenerator;

/**
 * Draws each call's fate. Where the process has not been stopped yet in this run it is stopped, so
 * that few runs reach every place.
 *
 * @param failures share of calls that fail
 * @param stops share of calls at which the process is gone
 */
public record DrawnPlan(Coverage coverage, RandomGenerator random, double failures, double stops)
    implements Plan {
  @Override
  public Fate fate(CallSite site, int number) {
    Moment moment = moment(site, random.nextBoolean());
    if (random.nextDouble() < stops || !coverage.wasStopped(site, moment)) {
      return new Fate.Gone(moment);
    }
    if (random.nextDouble() < failures) {
      List<Fate.Failed> possible = Fault.of(site.kind());
      return possible.get(random.nextInt(possible.size()));
    }
    return new Fate.Answered();
  }

  // First before it: what was not done then comes again, and can be stopped after it.
  private Moment moment(CallSite site, boolean before) {
    if (!coverage.wasStopped(site, Moment.BEFORE)) {
      return Moment.BEFORE;
    }
    boolean isBefore = coverage.wasStopped(site, Moment.AFTER) && before;
    return isBefore ? Moment.BEFORE : Moment.AFTER;
  }
}
