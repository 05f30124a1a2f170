package venue.store;

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
   * Stores funded shards, all or nothing.
   *
   * @param entry with a posting for each shard
   * @param id of the operator's, under which the payment is done once
   * @return false if one has changed since it was read, or the id was used
   */
  public boolean commit(
      List<HouseShard> before, List<HouseShard> after, JournalEntry entry, Optional<String> id) {
    List<Write> writes = new ArrayList<>();
    for (int i = 0; i < after.size(); i++) {
      HouseShard shard = after.get(i);
      writes.add(
          Write.following(
              Table.HOUSE, ShardItems.write(shard), "sequence", before.get(i).sequence()));
    }
    HouseShard first = after.getFirst();
    writes.add(
        Write.creating(
            Table.HOUSE,
            EntryItems.write(
                Item.at(Key.houseEntry(first.market(), entry.id())).with("kind", "house"), entry)));
    id.ifPresent(
        text ->
            writes.add(
                Write.creating(
                    Table.HOUSE,
                    Item.at(Key.houseTransfer(first.market(), text)).with("entry", entry.id()))));
    return store.write(writes);
  }

  /** Whether a payment was done under an id of the operator's. */
  public boolean isPaid(String market, String id) {
    Key key = Key.houseTransfer(market, id);
    return store.read(List.of(key)).get(key).isPresent();
  }
}
