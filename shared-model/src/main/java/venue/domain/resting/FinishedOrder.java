package venue.domain.resting;

import java.time.Instant;
import java.util.Optional;

/**
 * An order that rests no more.
 *
 * @param fill the id of the order it was filled as, none if it was not
 * @param time when it ended, venue time
 */
public record FinishedOrder(RestingOrder order, End end, Optional<Long> fill, Instant time) {

  /** How a resting order ends. */
  public enum End {
    /** It filled. */
    SUCCEEDED,
    /** Its user, or the end of its position, took it back. */
    CANCELLED,
    /** Its time ran out. */
    EXPIRED,
    /** Its time to fill came and it could not. */
    FAILED
  }
}
