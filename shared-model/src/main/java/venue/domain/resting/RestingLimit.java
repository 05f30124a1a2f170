package venue.domain.resting;

import java.time.Instant;
import java.util.List;
import venue.domain.Outcome;
import venue.domain.Reason;

/** How many orders of an account may rest at a time, of both products together. */
public final class RestingLimit {
  /** So many. */
  public static final int MOST = 20;

  private RestingLimit() {}

  /** The new order, or that the account has as many as it may have. */
  static <T extends RestingOrder> Outcome<T> allows(
      T order, List<RestingOrder> resting, Instant now) {
    long alive = resting.stream().filter(other -> !other.isExpiredAt(now)).count();
    return alive < MOST
        ? Outcome.done(order)
        : Outcome.refused(
            Reason.TOO_MANY_ORDERS,
            "the account has " + alive + " resting orders, and at most " + MOST + " may rest");
  }
}
