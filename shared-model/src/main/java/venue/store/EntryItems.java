package venue.store;

import java.util.List;
import venue.domain.account.Balance;
import venue.domain.account.JournalEntry;
import venue.domain.account.Movement;
import venue.domain.account.Posting;

/** The postings of a journal entry within an item. */
final class EntryItems {
  private static final String BOOK = "book";
  private static final String SEQUENCE = "sequence";

  private EntryItems() {}

  static Item write(Item item, JournalEntry entry) {
    return item.with("id", entry.id())
        .with("time", entry.time())
        .with("postings", entry.postings().stream().map(EntryItems::write).toList());
  }

  private static Item write(Posting posting) {
    Item item = Item.empty().with(BOOK, posting.book()).with(SEQUENCE, posting.sequence());
    for (Movement movement : posting.movements()) {
      item.with(
          movement.balance().name(),
          Item.empty().with("change", movement.change()).with("after", movement.after()));
    }
    return item;
  }

  static JournalEntry read(Item item) {
    return new JournalEntry(item.whole("id"), item.time("time"), readPostings(item));
  }

  /** The postings alone, whether or not they sum to zero. */
  static List<Posting> readPostings(Item item) {
    return item.maps("postings").stream().map(EntryItems::readPosting).toList();
  }

  private static Posting readPosting(Item item) {
    List<Movement> movements =
        item.attributes().keySet().stream()
            .filter(name -> !name.equals(BOOK) && !name.equals(SEQUENCE))
            .map(Balance::new)
            .sorted()
            .map(balance -> readMovement(balance, item.map(balance.name())))
            .toList();
    return new Posting(item.text(BOOK), item.whole(SEQUENCE), movements);
  }

  private static Movement readMovement(Balance balance, Item item) {
    return new Movement(balance, item.number("change"), item.number("after"));
  }
}
