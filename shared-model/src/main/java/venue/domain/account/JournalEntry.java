package venue.domain.account;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;

/**
 * One movement of cash between books, with what it does to the house's sums over positions and
 * units. Its cash sums to zero in itself.
 *
 * @param id the order, deposit or withdrawal it belongs to
 * @param time venue time
 */
public record JournalEntry(long id, Instant time, List<Posting> postings) {

  /**
   * An entry.
   *
   * @throws IllegalArgumentException if the postings do not sum to zero
   */
  public JournalEntry {
    postings = List.copyOf(postings);
    BigDecimal sum = postings.stream().map(Posting::total).reduce(BigDecimal.ZERO, BigDecimal::add);
    if (sum.signum() != 0) {
      throw new IllegalArgumentException("entry " + id + " sums to " + sum + ", not to zero");
    }
  }
}
