package venue.store;

import java.util.Optional;

/**
 * Which write of an item was read. A batch read is no snapshot: it may find an account as one order
 * left it and its position as it was before. So every item of an account that an order replaces
 * carries the version the account had when it was written, and is replaced only if it still does.
 *
 * @param version none if the item was not there
 */
public record Stamp(Optional<Long> version) {
  private static final String ATTRIBUTE = "stamp";

  static Stamp of(Optional<Item> found) {
    return new Stamp(found.map(item -> item.whole(ATTRIBUTE)));
  }

  /** Takes away the item that was read. */
  Write deleting(Key key) {
    return version
        .map(read -> Write.deleting(key, ATTRIBUTE, read))
        .orElseThrow(() -> new IllegalStateException("nothing was read at " + key));
  }

  /** The item in the place of the one that was read. */
  Write replacing(Table table, Item item, long accountVersion) {
    item.with(ATTRIBUTE, accountVersion);
    return version
        .map(read -> Write.following(table, item, ATTRIBUTE, read))
        .orElseGet(() -> Write.creating(table, item));
  }
}
