package venue.domain.account;

import java.time.Instant;
import java.util.Optional;

/**
 * Ids from one to another, both included; none if the first is above the last.
 *
 * @param first not negative
 */
public record IdRange(long first, long last) {
  /** All that there can be. */
  public static final IdRange ALL = new IdRange(0, Long.MAX_VALUE);

  /** The ids that were given from one moment to another, both included. */
  public static IdRange between(Optional<Instant> from, Optional<Instant> to) {
    return new IdRange(
        from.map(EntryIds::first).orElse(ALL.first), to.map(EntryIds::last).orElse(ALL.last));
  }

  /** One id alone. */
  public static IdRange only(long id) {
    return new IdRange(id, id);
  }

  /** The ids below one. */
  public static IdRange below(long id) {
    return new IdRange(ALL.first, id - 1);
  }

  /** The ids that are in both ranges. */
  public IdRange and(IdRange other) {
    return new IdRange(Math.max(first, other.first), Math.min(last, other.last));
  }

  /** Whether an id is in it. */
  public boolean includes(long id) {
    return first <= id && id <= last;
  }

  /** Whether no id is in it. */
  public boolean isEmpty() {
    return first > last;
  }
}
