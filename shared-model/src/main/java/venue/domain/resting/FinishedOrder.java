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

  /** An order whose time has run out without a fill. */
  public static FinishedOrder expired(RestingOrder order) {
    return new FinishedOrder(
        order, End.EXPIRED, Optional.empty(), order.expires().orElse(order.time()));
  }

  /** How a resting order ends. */
  public enum End {
    /** It filled. */
    SUCCEEDED,
    /** Its user took it back. */
    CANCELLED,
    /** The position it was to reduce is flat, or on the other side. */
    POSITION_CLOSED,
    /** Its time ran out. */
    EXPIRED,
    /** Its time to fill came and it could not. */
    FAILED
  }
}
