package venue.domain.audit;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import venue.domain.account.Balance;
import venue.domain.account.Movement;
import venue.domain.account.Posting;

/**
 * Entries of one book whose numbers follow one another and whose balances do too.
 *
 * @param first the number of the first
 * @param last the number of the last
 * @param starts each balance before the first of them that moves it
 * @param ends each balance after the last of them that moves it
 */
public record Run(
    long first, long last, Map<Balance, Start> starts, Map<Balance, BigDecimal> ends) {

  public Run {
    starts = Map.copyOf(starts);
    ends = Map.copyOf(ends);
  }

  /**
   * A balance before an entry.
   *
   * @param sequence the book's number of the entry
   * @param entry its id
   */
  public record Start(BigDecimal before, long sequence, long entry) {}

  static Run of(long entry, Posting posting) {
    Map<Balance, Start> starts = new HashMap<>();
    Map<Balance, BigDecimal> ends = new HashMap<>();
    for (Movement movement : posting.movements()) {
      BigDecimal before = movement.after().subtract(movement.change());
      starts.put(movement.balance(), new Start(before, posting.sequence(), entry));
      ends.put(movement.balance(), movement.after());
    }
    return new Run(posting.sequence(), posting.sequence(), starts, ends);
  }

  /** The first balance of the run that follows which does not go on where this one ends. */
  Optional<Finding> breakBefore(String book, Run next) {
    return next.starts.entrySet().stream()
        .sorted(Map.Entry.comparingByValue(Comparator.comparingLong(Start::sequence)))
        .flatMap(start -> breakAt(book, start.getKey(), start.getValue()).stream())
        .findFirst();
  }

  private Optional<Finding> breakAt(String book, Balance balance, Start next) {
    BigDecimal end = ends.getOrDefault(balance, next.before());
    return differ(next.before(), end)
        ? Optional.of(
            new Finding(
                book,
                Optional.of(next.entry()),
                next.sequence(),
                "%s was %s before it, but %s after the entry that moved it last"
                    .formatted(balance.name(), plain(next.before()), plain(end))))
        : Optional.empty();
  }

  /** Both as one. */
  Run joinedWith(Run next) {
    Map<Balance, Start> allStarts = new HashMap<>(next.starts);
    allStarts.putAll(starts);
    Map<Balance, BigDecimal> allEnds = new HashMap<>(ends);
    allEnds.putAll(next.ends);
    return new Run(first, next.last, allStarts, allEnds);
  }

  static boolean differ(BigDecimal one, BigDecimal other) {
    return one.compareTo(other) != 0;
  }

  static String plain(BigDecimal amount) {
    return amount.signum() == 0 ? "0" : amount.stripTrailingZeros().toPlainString();
  }
}
