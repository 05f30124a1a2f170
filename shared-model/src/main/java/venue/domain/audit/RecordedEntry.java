package venue.domain.audit;

import java.math.BigDecimal;
import java.util.List;
import venue.domain.account.Posting;

/**
 * A journal entry as it is stored, whether or not it holds.
 *
 * @param id the order, deposit or withdrawal it belongs to
 */
public record RecordedEntry(long id, List<Posting> postings) {

  public RecordedEntry {
    postings = List.copyOf(postings);
  }

  /** Sum of all money in it, USDT; zero if it holds. */
  public BigDecimal sum() {
    return postings.stream().map(Posting::total).reduce(BigDecimal.ZERO, BigDecimal::add);
  }
}
