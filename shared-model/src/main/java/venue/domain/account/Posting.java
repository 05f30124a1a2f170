package venue.domain.account;

import java.math.BigDecimal;
import java.util.List;

/**
 * An entry's part in one book.
 *
 * @param book such as {@code account/10000001} or {@code house/BTC_USDT/3}
 * @param sequence the book's number of this entry: 1 for its first, then one more each, no gap
 * @param movements of the balances that change
 */
public record Posting(String book, long sequence, List<Movement> movements) {

  public Posting {
    movements = List.copyOf(movements);
  }

  /** The sum of the changes of money, USDT. */
  public BigDecimal total() {
    return movements.stream()
        .filter(movement -> movement.balance().isMoney())
        .map(Movement::change)
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }
}
