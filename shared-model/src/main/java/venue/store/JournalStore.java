package venue.store;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import venue.domain.account.IdRange;
import venue.domain.history.AccountEvent;
import venue.domain.resting.FinishedOrder;

/**
 * What has happened in an account, the newest id first, read page by page and no further than
 * wanted. No call looks at more than {@link #SEARCHED} items: what lies before them is found by
 * asking for earlier ids.
 */
public final class JournalStore {
  /** How many items one call looks at. */
  public static final int SEARCHED = 5_000;

  // The greatest of the width that keys have for ids.
  private static final long ID_MAX = 9_999_999_999_999_999L;
  private static final int PAGE_MIN = 100;
  private static final int PAGE_MAX = 1_000;
  private final DynamoStore store;

  /**
   * A store.
   *
   * @param variable gives the value of a variable of the template
   */
  public JournalStore(DynamoDbClient client, UnaryOperator<String> variable) {
    this.store = new DynamoStore(client, variable);
  }

  /** The newest events in a range of ids of which something is made, at most so many. */
  public <T> List<T> newest(
      long account, IdRange ids, int wanted, Function<AccountEvent, List<T>> made) {
    List<T> found = new ArrayList<>();
    each(
        account,
        ids,
        wanted,
        event -> {
          found.addAll(made.apply(event));
          return found.size() < wanted;
        });
    return found.subList(0, Math.min(wanted, found.size()));
  }

  /**
   * Hands over the events in a range of ids.
   *
   * @param wanted about how many
   * @param reader says whether it wants more
   */
  public void each(long account, IdRange ids, int wanted, Predicate<AccountEvent> reader) {
    each(account, Key.ENTRY, ids, wanted, item -> reader.test(EventItems.read(item)));
  }

  /** The newest orders in a range of ids that rested and do no more, at most so many. */
  public List<FinishedOrder> newestEnded(
      long account, IdRange ids, int wanted, Predicate<FinishedOrder> filter) {
    List<FinishedOrder> found = new ArrayList<>();
    each(
        account,
        Key.FINISHED,
        ids,
        wanted,
        item -> {
          FinishedOrder order = RestingItems.readFinished(item);
          if (filter.test(order)) {
            found.add(order);
          }
          return found.size() < wanted;
        });
    return found;
  }

  private void each(long account, String prefix, IdRange ids, int wanted, Predicate<Item> reader) {
    if (ids.isEmpty() || ids.first() > ID_MAX || wanted <= 0) {
      return;
    }
    int[] left = {SEARCHED};
    store.eachNewest(
        Table.ACCOUNTS,
        Key.accountPartition(account),
        prefix + Key.padded(ids.first()),
        prefix + Key.padded(Math.min(ids.last(), ID_MAX)),
        Math.clamp(wanted, PAGE_MIN, PAGE_MAX),
        item -> reader.test(item) && --left[0] > 0);
  }
}
