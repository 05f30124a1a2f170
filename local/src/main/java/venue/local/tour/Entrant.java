package venue.local.tour;

import java.io.IOException;
import java.time.Instant;

/** Somebody who takes part, with an account of their own. */
interface Entrant {

  /** Opens the position. */
  void open() throws IOException, InterruptedException;

  /**
   * Looks at it after a tick.
   *
   * @param time of the tick, in the recording
   */
  void look(Instant time) throws IOException, InterruptedException;

  /** Closes what is left; what became of it. */
  Row close() throws IOException, InterruptedException;
}
