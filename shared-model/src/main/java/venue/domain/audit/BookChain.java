package venue.domain.audit;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import venue.domain.account.Balance;
import venue.domain.account.Posting;

/**
 * The chain of one book's entries: numbers without a gap, each balance going on where the entry
 * before left it. Entries may be added in any order; neighbours are joined and checked at once, so
 * that only the gaps between them take memory.
 */
public final class BookChain {
  private final String book;
  private final TreeMap<Long, Run> runs = new TreeMap<>();

  /** A chain without entries. */
  public BookChain(String book) {
    this(book, List.of());
  }

  /** A chain with what another had joined so far. */
  public BookChain(String book, Collection<Run> joined) {
    this.book = book;
    joined.forEach(run -> runs.put(run.first(), run));
  }

  /** What has been joined so far. */
  public List<Run> runs() {
    return List.copyOf(runs.values());
  }

  /** Adds an entry's part in the book; what does not hold of it, beside its neighbours. */
  public List<Finding> add(long entry, Posting posting) {
    long sequence = posting.sequence();
    Map.Entry<Long, Run> before = runs.floorEntry(sequence);
    if (before != null && before.getValue().last() >= sequence) {
      return List.of(
          new Finding(book, Optional.of(entry), sequence, "another entry has this number too"));
    }
    List<Finding> findings = new ArrayList<>();
    Run run = Run.of(entry, posting);
    if (before != null && before.getValue().last() == sequence - 1) {
      run = join(before.getValue(), run, findings);
    }
    Run next = runs.get(sequence + 1);
    if (next != null) {
      runs.remove(next.first());
      run = join(run, next, findings);
    }
    runs.put(run.first(), run);
    return findings;
  }

  private Run join(Run left, Run right, List<Finding> findings) {
    left.breakBefore(book, right).ifPresent(findings::add);
    return left.joinedWith(right);
  }

  /**
   * What does not hold of the chain as a whole.
   *
   * @param last the number of the book's last entry, as stored; none after it was added
   * @param stored the book's balances; one that is not named is 0
   */
  public List<Finding> endsAt(long last, Map<Balance, BigDecimal> stored) {
    List<Finding> findings = new ArrayList<>();
    missing(last).ifPresent(findings::add);
    if (findings.isEmpty() && last > 0) {
      Run all = runs.firstEntry().getValue();
      all.starts().entrySet().stream()
          .sorted(Map.Entry.comparingByKey())
          .filter(start -> start.getValue().before().signum() != 0)
          .forEach(start -> findings.add(notEmpty(start.getKey(), start.getValue())));
      compare(last, stored, all.ends(), findings);
    } else if (findings.isEmpty()) {
      compare(last, stored, Map.of(), findings);
    }
    return findings;
  }

  private Optional<Finding> missing(long last) {
    long expected = 1;
    for (Run run : runs.values()) {
      if (run.first() != expected) {
        return Optional.of(missingFinding(expected));
      }
      expected = run.last() + 1;
    }
    return expected <= last ? Optional.of(missingFinding(expected)) : Optional.empty();
  }

  /** What does not hold of a book that is stored as behind its own entries. */
  static Optional<Finding> behind(String book, long highest, long stored) {
    return highest > stored
        ? Optional.of(
            new Finding(
                book,
                Optional.empty(),
                stored,
                "it is stored as of this entry, its entries go on to " + highest))
        : Optional.empty();
  }

  private Finding missingFinding(long sequence) {
    return new Finding(book, Optional.empty(), sequence, "the entry with this number is missing");
  }

  private Finding notEmpty(Balance balance, Run.Start start) {
    return new Finding(
        book,
        Optional.of(start.entry()),
        start.sequence(),
        "%s was %s before it, though no entry moved it before"
            .formatted(balance.name(), Run.plain(start.before())));
  }

  private void compare(
      long last,
      Map<Balance, BigDecimal> stored,
      Map<Balance, BigDecimal> ends,
      List<Finding> findings) {
    Map<Balance, BigDecimal> all = new HashMap<>(ends);
    stored.keySet().forEach(balance -> all.putIfAbsent(balance, BigDecimal.ZERO));
    all.entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .forEach(
            end -> {
              BigDecimal is = stored.getOrDefault(end.getKey(), BigDecimal.ZERO);
              if (Run.differ(is, end.getValue())) {
                findings.add(
                    new Finding(
                        book,
                        Optional.empty(),
                        last,
                        "%s is stored as %s, its entries lead to %s"
                            .formatted(
                                end.getKey().name(), Run.plain(is), Run.plain(end.getValue()))));
              }
            });
  }
}
