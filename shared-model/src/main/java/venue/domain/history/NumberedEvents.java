package venue.domain.history;

import java.util.Comparator;
import java.util.List;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Events of an account in the order of their numbers, which have no gap. They come by id, which is
 * nearly the same: those of one millisecond may be turned, and a sale of units that waited has the
 * id of its acceptance and the number of its execution.
 */
public final class NumberedEvents {
  private final SortedMap<Long, AccountEvent> byNumber = new TreeMap<>(Comparator.reverseOrder());
  private OptionalLong missing;

  /**
   * No events yet.
   *
   * @param newest the number of the account's last entry; empty: that of the first that comes
   */
  public NumberedEvents(OptionalLong newest) {
    this.missing = newest;
  }

  /**
   * Takes an event.
   *
   * @return those that go on without a gap where the ones returned before ended, newest first
   */
  public List<AccountEvent> add(AccountEvent event) {
    byNumber.put(event.sequence(), event);
    long from = missing.orElse(event.sequence());
    long next = from;
    while (byNumber.containsKey(next)) {
      next--;
    }
    missing = OptionalLong.of(next);
    return List.copyOf(byNumber.subMap(from, next).values());
  }

  /** All that were taken, newest first; what is missing is left out. */
  public List<AccountEvent> all() {
    return List.copyOf(byNumber.values());
  }
}
