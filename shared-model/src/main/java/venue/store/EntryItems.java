package venue.store;

import java.util.List;
import venue.domain.account.Balance;
import venue.domain.account.JournalEntry;
import venue.domain.account.Movement;
import venue.domain.account.Posting;

/** The postings of a journal entry within an item. */
final class EntryItems {

  private EntryItems() {}

  static Item write(Item item, JournalEntry entry) {
    return item.with("id", entry.id())
        .with("time", entry.time())
        .with("postings", entry.postings().stream().map(EntryItems::write).toList());
  }

  private static Item write(Posting posting) {
    Item item = Item.empty().with("book", posting.book()).with("sequence", posting.sequence());
    for (Movement movement : posting.movements()) {
      item.with(
          movement.balance().name(),
          Item.empty().with("change", movement.change()).with("after", movement.after()));
    }
    return item;
  }

  static JournalEntry read(Item item) {
    return new JournalEntry(
        item.whole("id"),
        item.time("time"),
        item.maps("postings").stream().map(EntryItems::readPosting).toList());
  }

  private static Posting readPosting(Item item) {
    List<Movement> movements =
        List.of(Balance.values()).stream()
            .filter(balance -> item.has(balance.name()))
            .map(balance -> readMovement(balance, item.map(balance.name())))
            .toList();
    return new Posting(item.text("book"), item.whole("sequence"), movements);
  }

  private static Movement readMovement(Balance balance, Item item) {
    return new Movement(balance, item.number("change"), item.number("after"));
  }
}
