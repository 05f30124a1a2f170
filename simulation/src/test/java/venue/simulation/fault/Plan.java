package venue.simulation.fault;

/** Decides the fate of each call of an invocation. */
@FunctionalInterface
public interface Plan {

  /** Nothing fails. */
  Plan CALM = (site, number) -> new Fate.Answered();

  /**
   * The fate of a call.
   *
   * @param number of the call within its invocation, from 1
   */
  Fate fate(CallSite site, int number);

  /** The process is gone at one call of each invocation. */
  static Plan stopAt(int call, Moment moment) {
    return (site, number) -> number == call ? new Fate.Gone(moment) : new Fate.Answered();
  }

  /** Each call of a kind fails. */
  static Plan failing(String kind, Fault fault, Moment moment) {
    return (site, number) ->
        site.kind().equals(kind) ? new Fate.Failed(fault, moment) : new Fate.Answered();
  }
}
