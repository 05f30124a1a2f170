package venue.store;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import venue.domain.account.JournalEntry;
import venue.domain.house.HouseShard;

/** The house's books of a market, split over shards. */
public final class HouseStore {
  private final DynamoStore store;

  /**
   * What was paid in under an id of the operator's, or taken out if negative.
   *
   * @param house for the house, USDT
   * @param insurance for its insurance, USDT
   * @param fees of those collected, USDT
   */
  public record Paid(String id, BigDecimal house, BigDecimal insurance, BigDecimal fees) {

    /** Whether the same was paid. */
    public boolean isSame(Paid other) {
      return house.compareTo(other.house) == 0
          && insurance.compareTo(other.insurance) == 0
          && fees.compareTo(other.fees) == 0;
    }
  }

  /**
   * A store.
   *
   * @param variable gives the value of a variable of the template
   */
  public HouseStore(DynamoDbClient client, UnaryOperator<String> variable) {
    this.store = new DynamoStore(client, variable);
  }

  /** The shards of a market that exist. */
  public List<HouseShard> shards(String market, int count) {
    return shards(market, 0, count);
  }

  /** Those shards of a market that exist, of so many from a number on. */
  List<HouseShard> shards(String market, int from, int count) {
    List<Key> keys =
        IntStream.range(from, from + count).mapToObj(number -> Key.shard(market, number)).toList();
    DynamoStore.Found found = store.read(keys);
    return keys.stream().map(found::get).flatMap(Optional::stream).map(ShardItems::read).toList();
  }

  /** Creates the shards of a market that do not exist yet. */
  public void create(String market, int count) {
    for (int number = 0; number < count; number++) {
      store.write(Write.creating(Table.HOUSE, ShardItems.write(HouseShard.empty(market, number))));
    }
  }

  /**
   * Stores shards that were paid in or taken out of, all or nothing.
   *
   * @param entry with a posting for each shard
   * @param paid with the id under which the payment is done once, if it has one
   * @return false if one has changed since it was read, or the id was used
   */
  public boolean commit(
      List<HouseShard> before, List<HouseShard> after, JournalEntry entry, Optional<Paid> paid) {
    List<Write> writes = new ArrayList<>();
    for (int i = 0; i < after.size(); i++) {
      HouseShard shard = after.get(i);
      if (!shard.equals(before.get(i))) {
        writes.add(
            Write.following(
                Table.HOUSE, ShardItems.write(shard), "sequence", before.get(i).sequence()));
      }
    }
    HouseShard first = after.getFirst();
    writes.add(
        Write.creating(
            Table.HOUSE,
            EntryItems.write(
                Item.at(Key.houseEntry(first.market(), entry.id())).with("kind", "house"), entry)));
    paid.ifPresent(
        done ->
            writes.add(
                Write.creating(
                    Table.HOUSE,
                    Item.at(Key.houseTransfer(first.market(), done.id()))
                        .with("entry", entry.id())
                        .with("house", done.house())
                        .with("insurance", done.insurance())
                        .with("fees", done.fees()))));
    return store.write(writes);
  }

  /**
   * What was paid for a market under the id of a payment; the same, where the amounts were not
   * kept.
   */
  public Optional<Paid> paid(String market, Paid asked) {
    Key key = Key.houseTransfer(market, asked.id());
    return store
        .read(List.of(key))
        .get(key)
        .map(
            item ->
                item.has("house")
                    ? new Paid(
                        asked.id(),
                        item.number("house"),
                        item.number("insurance"),
                        item.number("fees"))
                    : asked);
  }
}
