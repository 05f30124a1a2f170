package venue.domain.audit;

import java.util.Optional;

/**
 * Something in the books that does not hold.
 *
 * @param book whose, such as {@code account/10000001} or {@code house/BTC_USDT/3}
 * @param entry the journal entry, by its id; none if it is what is stored of the book itself
 * @param sequence the book's number of that entry, or of its last one
 * @param difference what is there and what should be
 */
public record Finding(String book, Optional<Long> entry, long sequence, String difference) {

  /** All of it in one line. */
  public String line() {
    return book
        + entry.map(id -> ", entry " + id).orElse("")
        + ", sequence "
        + sequence
        + ": "
        + difference;
  }
}
