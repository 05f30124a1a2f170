package venue.simulation.books;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The chain of entries of each book: its numbers have no gap and its balances add up. */
public final class Chains {
  private final Map<String, Long> sequences = new HashMap<>();
  private final Map<String, BigDecimal> balances = new HashMap<>();
  private final List<String> problems;

  /** Chains that tell their problems to a list. */
  public Chains(List<String> problems) {
    this.problems = problems;
  }

  /** The next entries, in any order: those of each book are taken by its numbers. */
  public void addAll(List<StoredEntry> entries) {
    record Part(String item, StoredEntry.Line line) {}
    List<Part> parts = new ArrayList<>();
    for (StoredEntry entry : entries) {
      sums(entry);
      entry.lines().forEach(line -> parts.add(new Part(entry.item(), line)));
    }
    parts.sort(Comparator.comparingLong(part -> part.line().sequence()));
    parts.forEach(part -> add(part.item(), part.line()));
  }

  private void sums(StoredEntry entry) {
    if (entry.sum().signum() != 0) {
      problems.add(entry.item() + " sums to " + entry.sum());
    }
  }

  private void add(String item, StoredEntry.Line line) {
    long next = sequences.merge(line.book(), 1L, Long::sum);
    if (line.sequence() != next) {
      problems.add(
          item + ": " + line.book() + " goes on with " + line.sequence() + ", not " + next);
      sequences.put(line.book(), line.sequence());
    }
    for (StoredEntry.Change change : line.changes()) {
      String balance = line.book() + " " + change.balance();
      BigDecimal after =
          Objects.requireNonNull(balances.merge(balance, change.change(), BigDecimal::add));
      if (after.compareTo(change.after()) != 0) {
        problems.add(item + ": " + balance + " is " + change.after() + ", not " + after);
        balances.put(balance, change.after());
      }
    }
  }

  /** Whether a chain ends at what is stored of its book. */
  public void endsAt(String book, long sequence, Map<String, BigDecimal> stored) {
    long last = sequences.getOrDefault(book, 0L);
    if (last != sequence) {
      problems.add(book + " is at " + sequence + ", its chain ends at " + last);
    }
    stored.forEach(
        (balance, amount) -> {
          BigDecimal end = balances.getOrDefault(book + " " + balance, BigDecimal.ZERO);
          if (end.compareTo(amount) != 0) {
            problems.add(book + " " + balance + " is " + amount + ", its chain ends at " + end);
          }
        });
  }
}
