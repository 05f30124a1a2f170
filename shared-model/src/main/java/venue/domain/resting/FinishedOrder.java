package venue.domain.resting;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * An order that rests no more.
 *
 * @param fill the id of the trade it was filled by, none if it was not
 * @param time when it ended, venue time
 */
public record FinishedOrder(RestingOrder order, End end, Optional<Long> fill, Instant time) {

  /** An order that ends without a fill. */
  public static FinishedOrder unfilled(RestingOrder order, End end, Instant time) {
    return new FinishedOrder(order, end, Optional.empty(), time);
  }

  /**
   * Those of an account's resting orders that are taken back at a moment; one whose time has run
   * out has ended by itself.
   *
   * @param which are meant
   * @param now venue time
   */
  public static List<FinishedOrder> cancelled(
      List<RestingOrder> resting, Predicate<RestingOrder> which, Instant now) {
    return resting.stream()
        .filter(order -> which.test(order) && !order.isExpiredAt(now))
        .map(order -> unfilled(order, End.CANCELLED, now))
        .toList();
  }

  /** An order whose time has run out without a fill. */
  public static FinishedOrder expired(RestingOrder order) {
    return unfilled(order, End.EXPIRED, order.expires().orElse(order.time()));
  }

  /** What was set aside for so many orders, USDT. */
  public static BigDecimal margin(List<FinishedOrder> ended) {
    return ended.stream().map(end -> end.order().margin()).reduce(BigDecimal.ZERO, BigDecimal::add);
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
    FAILED,
    /** It was to fill at once, or at the next tick, or never; and its price was not there. */
    UNFILLED,
    /** A liquidation in its market ended what would have added risk. */
    LIQUIDATED
  }
}
