package venue.domain.account;

import java.time.Instant;

/**
 * How the ids of orders and journal entries hold time: milliseconds of venue time since 2020, with
 * 12 bits below them that tell apart those of one millisecond. They rise with time and stay below
 * 2⁵³ until 2089.
 */
public final class EntryIds {
  /** How many bits are below the milliseconds. */
  public static final int LOW_BITS = 12;

  private static final Instant ORIGIN = Instant.parse("2020-01-01T00:00:00Z");
  private static final Instant END = ORIGIN.plusMillis((1L << (53 - LOW_BITS)) - 1);
  private static final long LOW = (1L << LOW_BITS) - 1;

  private EntryIds() {}

  /** The first id of a millisecond; of a time before 2020 or after 2089 that of the nearest. */
  public static long first(Instant time) {
    Instant held = time.isBefore(ORIGIN) ? ORIGIN : time.isAfter(END) ? END : time;
    return (held.toEpochMilli() - ORIGIN.toEpochMilli()) << LOW_BITS;
  }

  /** The last id of a millisecond; of a time before 2020 or after 2089 that of the nearest. */
  public static long last(Instant time) {
    return first(time) | LOW;
  }

  /** The millisecond in which an id was given. */
  public static Instant time(long id) {
    return ORIGIN.plusMillis(id >> LOW_BITS);
  }

  /** An id of a millisecond with the low bits of another id. */
  public static long at(Instant time, long id) {
    return first(time) | (id & LOW);
  }
}
