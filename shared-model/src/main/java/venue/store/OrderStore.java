package venue.store;

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
import venue.domain.smartleverage.UnitExecution;

/**
 * Orders of both products: one batch read for all that an order needs, one transaction for all that
 * it changes. A transaction holds only if everything it replaces is still as it was read.
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
        label.flatMap(found::get).map(Label::read),
        Stamp.of(found.get(position)),
        Stamp.of(label.flatMap(found::get)));
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
        label.flatMap(found::get).map(Label::read),
        Stamp.of(found.get(holding)),
        Stamp.of(label.flatMap(found::get)));
  }

  /**
   * Stores a filled order, all of it or nothing.
   *
   * @param read what the order was decided on
   * @param label of the order, if it has a text
   * @return false if something read has changed since
   */
  public boolean commit(FuturesExecution execution, FuturesReading read, Optional<Label> label) {
    Account after = execution.account();
    List<Write> writes = new ArrayList<>();
    writes.add(account(after));
    writes.add(position(after, execution.position(), read));
    writes.add(shard(execution.shard()));
    writes.add(Write.creating(Table.ACCOUNTS, FuturesFillItems.write(execution.fill())));
    label.ifPresent(value -> writes.add(label(after, value, read.labelStamp())));
    return store.write(writes);
  }

  /**
   * Stores an executed order for units, all of it or nothing.
   *
   * @param read what the order was decided on
   * @param label of the order, if it has a text
   * @return false if something read has changed since
   */
  public boolean commit(UnitExecution execution, UnitReading read, Optional<Label> label) {
    Account after = execution.account();
    List<Write> writes = new ArrayList<>();
    writes.add(account(after));
    writes.add(
        read.heldStamp()
            .replacing(
                Table.ACCOUNTS,
                HoldingItems.write(after.number(), execution.holding()),
                after.version()));
    writes.add(shard(execution.shard()));
    writes.add(Write.creating(Table.ACCOUNTS, UnitFillItems.write(execution.fill())));
    label.ifPresent(value -> writes.add(label(after, value, read.labelStamp())));
    return store.write(writes);
  }

  /**
   * Stores a change of leverage, with the funding settled on the way.
   *
   * @param read what the change was decided on
   * @return false if something read has changed since
   */
  public boolean commit(LeverageChange change, FuturesReading read) {
    Account after = change.account();
    List<Write> writes = new ArrayList<>();
    writes.add(account(after));
    writes.add(position(after, change.position(), read));
    if (!change.entry().postings().isEmpty()) {
      writes.add(shard(change.shard()));
      Item entry =
          Item.at(Key.entry(after.number(), change.entry().id()))
              .with("kind", "funding")
              .with("account", after.number())
              .with("market", change.position().market());
      writes.add(Write.creating(Table.ACCOUNTS, EntryItems.write(entry, change.entry())));
    }
    return store.write(writes);
  }

  private static Write account(Account after) {
    return Write.following(
        Table.ACCOUNTS, AccountItems.write(after), "version", after.version() - 1);
  }

  private static Write position(Account after, Position position, FuturesReading read) {
    Item item =
        PositionItems.write(
            after.number(),
            position,
            read.market().orElseThrow().contract(),
            read.tick().orElseThrow().fundingIndex());
    return read.heldStamp().replacing(Table.ACCOUNTS, item, after.version());
  }

  private static Write shard(HouseShard after) {
    return Write.following(Table.HOUSE, ShardItems.write(after), "sequence", after.sequence() - 1);
  }

  private static Write label(Account after, Label label, Stamp read) {
    return read.replacing(Table.ACCOUNTS, label.write(after.number()), after.version());
  }
}
