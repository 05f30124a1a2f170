package venue.store;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import venue.domain.account.Account;
import venue.domain.futures.FuturesDesk;
import venue.domain.futures.Liquidation;
import venue.domain.futures.LiquidationFill;
import venue.domain.futures.Position;
import venue.domain.house.HouseShard;
import venue.domain.market.Market;
import venue.domain.market.Tick;

/** What a liquidation reads and writes: one read, one transaction. */
public final class LiquidationStore {
  private final DynamoStore store;

  /**
   * A store.
   *
   * @param variable gives the value of a variable of the template
   */
  public LiquidationStore(DynamoDbClient client, UnaryOperator<String> variable) {
    this.store = new DynamoStore(client, variable);
  }

  /**
   * An account's position with all that decides about it.
   *
   * @param others the shards besides the desk's
   * @param held which write of the position was read
   */
  public record Case(FuturesDesk desk, List<HouseShard> others, Stamp held) {

    public Case {
      others = List.copyOf(others);
    }
  }

  /**
   * Reads an account's position in a market and all shards of the house.
   *
   * @param shard which of those found takes the other side
   * @param shards how many there are
   * @param now venue time
   * @return none if the account has no position there
   */
  public Optional<Case> read(
      long account, Market market, Tick tick, int shard, int shards, Instant now) {
    Key holder = Key.account(account);
    Key position = Key.position(account, market.name());
    List<Key> books =
        IntStream.range(0, shards).mapToObj(n -> Key.shard(market.name(), n)).toList();
    DynamoStore.Found found =
        store.read(Stream.concat(Stream.of(holder, position), books.stream()).toList());
    Optional<Account> read = found.get(holder).map(AccountItems::read);
    Optional<Position> held = found.get(position).map(PositionItems::read);
    if (read.isEmpty() || held.isEmpty()) {
      return Optional.empty();
    }
    List<HouseShard> house =
        books.stream().flatMap(key -> found.get(key).stream()).map(ShardItems::read).toList();
    if (house.isEmpty()) {
      throw new IllegalStateException("the house has no books of " + market.name());
    }
    HouseShard own = house.get(shard % house.size());
    List<HouseShard> others =
        house.stream().filter(other -> other.number() != own.number()).toList();
    FuturesDesk desk = new FuturesDesk(read.get(), held.get(), own, shards, market, tick, now);
    return Optional.of(new Case(desk, others, Stamp.of(found.get(position))));
  }

  /**
   * Stores a liquidation, all of it or nothing.
   *
   * @param read what it was decided on
   * @return false if something read has changed since
   */
  public boolean commit(Liquidation done, Case read) {
    Account after = done.account();
    Item position =
        PositionItems.write(
            after.number(),
            done.position(),
            read.desk().market().contract(),
            read.desk().tick().fundingIndex());
    List<Write> writes = new ArrayList<>();
    writes.add(
        Write.following(Table.ACCOUNTS, AccountItems.write(after), "version", after.version() - 1));
    writes.add(read.held().replacing(Table.ACCOUNTS, position, after.version()));
    writes.add(Write.creating(Table.ACCOUNTS, LiquidationFillItems.write(done.fill())));
    for (HouseShard shard : done.shards()) {
      writes.add(
          Write.following(Table.HOUSE, ShardItems.write(shard), "sequence", shard.sequence() - 1));
    }
    return store.write(writes);
  }

  /** The liquidations among the newest journal entries of an account, newest first. */
  public List<LiquidationFill> newest(long account, int entries) {
    return store.newest(Table.ACCOUNTS, Key.accountPartition(account), Key.ENTRY, entries).stream()
        .filter(item -> item.text("kind").equals(LiquidationFillItems.KIND))
        .map(LiquidationFillItems::read)
        .toList();
  }
}
