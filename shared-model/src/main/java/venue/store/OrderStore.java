package venue.store;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import venue.domain.Side;
import venue.domain.account.Account;
import venue.domain.futures.FuturesExecution;
import venue.domain.futures.LeverageChange;
import venue.domain.futures.Position;
import venue.domain.house.HouseShard;
import venue.domain.market.Contract;
import venue.domain.market.Tick;
import venue.domain.smartleverage.UnitExecution;

/**
 * Orders of both products: one batch read for all that an order needs, one transaction for all that
 * it changes. A transaction holds only if account and house shard are still as they were read.
 */
public final class OrderStore {
  private final DynamoStore store;

  /**
   * A store.
   *
   * @param variable gives the value of a variable of the template
   */
  public OrderStore(DynamoDbClient client, UnaryOperator<String> variable) {
    this.store = new DynamoStore(client, variable);
  }

  /** The secret of a key, if there is such a key. */
  public Optional<String> secret(Caller caller) {
    return caller.secret(store.read(List.of(caller.item())));
  }

  /** Reads for a futures order or a change of leverage. */
  public FuturesReading readFutures(
      Caller caller, String market, int shard, Optional<String> text) {
    Key account = Key.account(caller.account());
    Key position = Key.position(caller.account(), market);
    Key configuration = Key.market(market);
    Key tick = Key.tick(market);
    Key books = Key.shard(market, shard);
    Optional<Key> label = text.map(value -> Key.label(caller.account(), value));
    List<Key> keys =
        new ArrayList<>(List.of(caller.item(), account, position, configuration, tick, books));
    label.ifPresent(keys::add);
    DynamoStore.Found found = store.read(keys);
    return new FuturesReading(
        caller.secret(found),
        found.get(account).map(AccountItems::read),
        found.get(position).map(PositionItems::read),
        found.get(configuration).map(MarketItems::read),
        found.get(tick).map(TickItems::read),
        found.get(books).map(ShardItems::read),
        label.flatMap(found::get).map(Label::read));
  }

  /** Reads for an order for units. */
  public UnitReading readUnits(
      Caller caller, String market, Side side, int shard, Optional<String> text) {
    Key account = Key.account(caller.account());
    Key holding = Key.holding(caller.account(), market + "_" + side);
    Key fund = Key.fund(market, side);
    Key configuration = Key.market(market);
    Key tick = Key.tick(market);
    Key books = Key.shard(market, shard);
    Optional<Key> label = text.map(value -> Key.label(caller.account(), value));
    List<Key> keys =
        new ArrayList<>(List.of(caller.item(), account, holding, fund, configuration, tick, books));
    label.ifPresent(keys::add);
    DynamoStore.Found found = store.read(keys);
    return new UnitReading(
        caller.secret(found),
        found.get(account).map(AccountItems::read),
        found.get(holding).map(HoldingItems::read),
        found.get(fund).map(FundItems::read),
        found.get(configuration).map(MarketItems::read),
        found.get(tick).map(TickItems::read),
        found.get(books).map(ShardItems::read),
        label.flatMap(found::get).map(Label::read));
  }

  /**
   * Stores a filled order, all of it or nothing.
   *
   * @param before the account as it was read
   * @param label of the order, if it has a text
   * @return false if something read has changed since
   */
  public boolean commit(
      FuturesExecution execution,
      Account before,
      Contract contract,
      Tick tick,
      Optional<Label> label) {
    List<Write> writes = new ArrayList<>();
    writes.add(account(execution.account(), before));
    writes.add(position(before.number(), execution.position(), contract, tick.fundingIndex()));
    writes.add(shard(execution.shard()));
    writes.add(Write.creating(Table.ACCOUNTS, FuturesFillItems.write(execution.fill())));
    label.ifPresent(value -> writes.add(label(before.number(), value)));
    return store.write(writes);
  }

  /**
   * Stores an executed order for units, all of it or nothing.
   *
   * @param before the account as it was read
   * @param label of the order, if it has a text
   * @return false if something read has changed since
   */
  public boolean commit(UnitExecution execution, Account before, Optional<Label> label) {
    List<Write> writes = new ArrayList<>();
    writes.add(account(execution.account(), before));
    writes.add(
        Write.replacing(Table.ACCOUNTS, HoldingItems.write(before.number(), execution.holding())));
    writes.add(shard(execution.shard()));
    writes.add(Write.creating(Table.ACCOUNTS, UnitFillItems.write(execution.fill())));
    label.ifPresent(value -> writes.add(label(before.number(), value)));
    return store.write(writes);
  }

  /**
   * Stores a change of leverage, with the funding settled on the way.
   *
   * @param before the account as it was read
   * @return false if something read has changed since
   */
  public boolean commit(
      LeverageChange change, Account before, Contract contract, BigDecimal fundingIndex) {
    List<Write> writes = new ArrayList<>();
    writes.add(account(change.account(), before));
    writes.add(position(before.number(), change.position(), contract, fundingIndex));
    if (!change.entry().postings().isEmpty()) {
      writes.add(shard(change.shard()));
      Item entry =
          Item.at(Key.entry(before.number(), change.entry().id()))
              .with("kind", "funding")
              .with("account", before.number())
              .with("market", contract.name());
      writes.add(Write.creating(Table.ACCOUNTS, EntryItems.write(entry, change.entry())));
    }
    return store.write(writes);
  }

  private static Write account(Account after, Account before) {
    return Write.following(Table.ACCOUNTS, AccountItems.write(after), "version", before.version());
  }

  private static Write position(
      long account, Position position, Contract contract, BigDecimal fundingIndex) {
    return Write.replacing(
        Table.ACCOUNTS, PositionItems.write(account, position, contract, fundingIndex));
  }

  private static Write shard(HouseShard after) {
    return Write.following(Table.HOUSE, ShardItems.write(after), "sequence", after.sequence() - 1);
  }

  private static Write label(long account, Label label) {
    return Write.replacing(Table.ACCOUNTS, label.write(account));
  }
}
