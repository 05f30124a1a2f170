package venue.simulation.fault;

/** When a call goes wrong: without having done anything, or after it has. */
public enum Moment {
  /** Nothing was done. */
  BEFORE,
  /** All of it was done, and the caller does not learn so. */
  AFTER
}
