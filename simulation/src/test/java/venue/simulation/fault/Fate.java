package venue.simulation.fault;

/** What becomes of one call. */
public sealed interface Fate {

  /** It is done and answered. */
  record Answered() implements Fate {}

  /** It fails, and the process lives on. */
  record Failed(Fault fault, Moment moment) implements Fate {}

  /** The process is gone. */
  record Gone(Moment moment) implements Fate {}
}
