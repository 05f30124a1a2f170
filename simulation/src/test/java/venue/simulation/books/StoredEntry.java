package venue.simulation.books;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** A journal entry as its item holds it, read without the venue's own code. */
public record StoredEntry(String item, List<Line> lines) {
  private static final Set<String> MONEY = Set.of("CASH", "FEES", "INSURANCE", "EXTERNAL");

  /** The entry's part in one book. */
  public record Line(String book, long sequence, List<Change> changes) {}

  /** What it does to one balance. */
  public record Change(String balance, BigDecimal change, BigDecimal after) {}

  /** The entry in an item, if there is one. */
  public static Optional<StoredEntry> in(Map<String, AttributeValue> item) {
    return Optional.ofNullable(item.get("postings"))
        .map(
            postings ->
                new StoredEntry(
                    text(item, "pk") + " " + text(item, "sk"),
                    postings.l().stream().map(posting -> line(posting.m())).toList()));
  }

  private static Line line(Map<String, AttributeValue> posting) {
    List<Change> changes = new ArrayList<>();
    posting.forEach(
        (name, value) -> {
          if (value.hasM()) {
            changes.add(new Change(name, number(value.m(), "change"), number(value.m(), "after")));
          }
        });
    return new Line(text(posting, "book"), number(posting, "sequence").longValueExact(), changes);
  }

  /** Sum of all changes of money. */
  public BigDecimal sum() {
    return lines.stream()
        .flatMap(line -> line.changes().stream())
        .filter(
            change -> MONEY.contains(change.balance()) || change.balance().startsWith("INSURANCE#"))
        .map(Change::change)
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  /** A text of an item. */
  public static String text(Map<String, AttributeValue> item, String name) {
    return Objects.requireNonNull(item.get(name), name).s();
  }

  /** A number of an item. */
  public static BigDecimal number(Map<String, AttributeValue> item, String name) {
    return new BigDecimal(Objects.requireNonNull(item.get(name), name).n());
  }
}
