package venue.function;

import java.time.InstantSource;
import java.util.random.RandomGenerator;
import venue.domain.account.EntryIds;

/**
 * Gives the ids of orders and journal entries: the present venue time with random low bits. Two of
 * one account that fall together are kept apart by the store's condition and a second attempt.
 */
public record OrderIds(InstantSource venueTime, RandomGenerator random) {

  /** The next id. */
  public long next() {
    return EntryIds.first(venueTime.instant()) | random.nextInt(1 << EntryIds.LOW_BITS);
  }
}
