package venue.store;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import venue.domain.Side;
import venue.domain.futures.Deleverage;
import venue.domain.futures.Position;
import venue.domain.market.Contract;
import venue.domain.market.Market;
import venue.domain.market.Tick;
import venue.domain.smartleverage.Rebalance;

/**
 * What auto-deleveraging reads and writes: all positions of a side, and closings one after another.
 * Each closing takes the market's next step number in its own transaction, so that of two that were
 * decided on the same books only one is stored. The item with the number is written by nothing
 * else.
 */
public final class DeleverageStore {
  private static final String STEP = "step";

  // No more are held in memory together, however many there are.
  private static final int READ_AT_ONCE = 1_000;
  private final DynamoStore store;

  /**
   * A store.
   *
   * @param variable gives the value of a variable of the template
   */
  public DeleverageStore(DynamoDbClient client, UnaryOperator<String> variable) {
    this.store = new DynamoStore(client, variable);
  }

  /** The number of a market's last closing; 0 before its first. */
  public long step(String market) {
    Key key = Key.deleverages(market);
    return store.read(List.of(key)).get(key).map(item -> item.whole(STEP)).orElse(0L);
  }

  /**
   * Hands over each position that the index of liquidation keys has on a side, whatever its key. It
   * may be closed or turned by now; one that was opened a moment ago may be missing.
   *
   * @param unreadable is told of accounts whose position cannot be read
   */
  public void each(
      Contract contract, Side side, BiConsumer<Long, Position> reader, Consumer<Long> unreadable) {
    Set<Key> keys = new LinkedHashSet<>();
    IntStream.range(0, contract.tiers().tiers().size())
        .mapToObj(tier -> side(contract, side, tier))
        .forEach(range -> range.eachKey(keys::add));
    List<Key> inOrder = List.copyOf(keys);
    for (int from = 0; from < inOrder.size(); from += READ_AT_ONCE) {
      read(
          inOrder.subList(from, Math.min(from + READ_AT_ONCE, inOrder.size())), reader, unreadable);
    }
  }

  private void read(List<Key> keys, BiConsumer<Long, Position> reader, Consumer<Long> unreadable) {
    DynamoStore.Found found = store.read(keys);
    for (Key key : keys) {
      long account = Key.accountOf(key.pk());
      try {
        found.get(key).map(PositionItems::read).ifPresent(held -> reader.accept(account, held));
      } catch (IllegalStateException damaged) {
        unreadable.accept(account);
      }
    }
  }

  private IndexRange side(Contract contract, Side side, int tier) {
    return IndexRange.whole(
        store,
        Schema.LIQUIDATION_KEYS,
        PositionItems.liquidationPartition(
            contract.name(), side, contract.tiers().version(), tier, 0));
  }

  /**
   * Stores a closing under the step number in its evidence.
   *
   * @param read what it was decided on
   * @param tick it happened at
   * @return false if something read has changed since, or the step number is taken
   */
  public boolean commit(Deleverage done, AccountState read, Market market, Tick tick) {
    return new AccountChange(read, done.account())
        .position(done.position(), market.contract(), tick.fundingIndex())
        .shard(done.shard())
        .entry(DeleverageFillItems.write(done.fill()))
        .with(step(market.name(), done.fill().place().step()))
        .commit(store);
  }

  /**
   * Stores the deleveraging of a fund under the step number in its evidence, while its tick is the
   * latest: at a later one the fund would be worth something else to who has traded at it.
   *
   * @return false if the fund has been rebalanced since it was read, the step number is taken, or
   *     there is a later tick
   */
  public boolean commit(Rebalance rebalance) {
    List<Write> writes = new ArrayList<>(MarketStore.writes(rebalance));
    rebalance
        .deleverage()
        .ifPresent(why -> writes.add(step(rebalance.before().market(), why.step())));
    writes.add(Write.checking(Key.tick(rebalance.before().market()), "sequence", rebalance.tick()));
    return store.write(writes);
  }

  private static Write step(String market, long step) {
    Item item = Item.at(Key.deleverages(market)).with(STEP, step);
    return step == 1
        ? Write.creating(Table.HOUSE, item)
        : Write.following(Table.HOUSE, item, STEP, step - 1);
  }
}
