package venue.simulation.fault;

/** The process that ran an invocation is gone. An error, so that nothing handles it. */
public final class Stopped extends Error {
  private static final long serialVersionUID = 1;

  /** Gone at a call. */
  public Stopped(String where) {
    super("stopped at " + where);
  }
}
