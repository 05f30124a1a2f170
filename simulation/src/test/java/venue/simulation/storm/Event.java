package venue.simulation.storm;

import java.time.Instant;
import venue.simulation.request.Request;

/** What the rest of a run follows from, in the order it came into force. */
sealed interface Event {

  /** When, in venue time. */
  Instant at();

  /** A tick became a market's latest. */
  record Ticked(String market, long sequence, Instant at) implements Event {}

  /** A request was done or refused for good. */
  record Asked(Request request, Instant at) implements Event {}
}
