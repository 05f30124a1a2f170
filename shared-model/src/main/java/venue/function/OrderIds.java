package venue.function;

import java.time.Instant;
import java.time.InstantSource;
import java.util.random.RandomGenerator;

/**
 * Ids of orders and journal entries: milliseconds of venue time since 2020 with 12 random bits
 * below them. They rise with time and stay below 2⁵³ until 2089; two of one account that fall
 * together are kept apart by the store's condition and a second attempt.
 */
public record OrderIds(InstantSource venueTime, RandomGenerator random) {
  private static final Instant ORIGIN = Instant.parse("2020-01-01T00:00:00Z");
  private static final int RANDOM_BITS = 12;

  /** The next id. */
  public long next() {
    long millis = venueTime.millis() - ORIGIN.toEpochMilli();
    return (millis << RANDOM_BITS) | random.nextInt(1 << RANDOM_BITS);
  }
}
