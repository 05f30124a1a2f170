package venue.store;

import java.util.Optional;
import venue.domain.market.Tick;

/** What became of a tick that was to be stored. */
public sealed interface Appended {

  /** It is in force. */
  record Stored(Tick tick) implements Appended {}

  /** Another tick of its market came first. */
  record Late() implements Appended {}

  /** A tick was stored at the same moment, of any market; it may be stored after it. */
  record Crossed() implements Appended {}

  /** The tick as it is in force, none if it is not. */
  default Optional<Tick> inForce() {
    return this instanceof Stored(Tick tick) ? Optional.of(tick) : Optional.empty();
  }
}
