package venue.store;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import venue.domain.account.Account;
import venue.domain.futures.CrossBox;
import venue.domain.futures.FuturesExecution;
import venue.domain.futures.Liquidation;
import venue.domain.futures.Netting;
import venue.domain.futures.PositionChange;
import venue.domain.futures.PositionMode;
import venue.domain.house.HouseShard;
import venue.domain.market.Market;
import venue.domain.market.Tick;
import venue.domain.resting.FinishedOrder;
import venue.domain.resting.RestingOrder;
import venue.domain.smartleverage.UnitExecution;

/**
 * All that changes an account by trade: what is needed is read at once, what is changed is stored
 * by one transaction. A transaction holds only if everything it replaces is still as it was read.
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

  /** Reads all that the account of a key holds. */
  public AccountReading read(Caller caller) {
    DynamoStore.Together together =
        store.together(
            List.of(caller.item()),
            Table.ACCOUNTS,
            Key.accountPartition(caller.account()),
            Key.STATE);
    return new AccountReading(caller.secret(together.found()), AccountState.of(together.items()));
  }

  /**
   * Reads for an order of either product in a market.
   *
   * @param shard of the house
   * @param text the order's label
   */
  public OrderReading read(Caller caller, String market, int shard, Optional<String> text) {
    Key books = Key.shard(market, shard);
    Optional<Key> label = text.map(value -> Key.label(caller.account(), value));
    List<Key> keys = new ArrayList<>(List.of(caller.item(), books));
    keys.addAll(MarketStore.keys(market));
    label.ifPresent(keys::add);
    DynamoStore.Together together =
        store.together(keys, Table.ACCOUNTS, Key.accountPartition(caller.account()), Key.STATE);
    DynamoStore.Found found = together.found();
    return new OrderReading(
        caller.secret(found),
        AccountState.of(together.items()),
        MarketStore.page(market, found),
        found.get(books).map(ShardItems::read),
        label.flatMap(found::get).map(Label::read),
        Stamp.of(label.flatMap(found::get)));
  }

  /**
   * Stores a filled order.
   *
   * @param read what the order was decided on
   * @param label of the order, if it has a text
   * @return false if something read has changed since
   */
  public boolean commit(FuturesExecution execution, OrderReading read, Optional<Label> label) {
    MarketPage page = read.page().orElseThrow();
    AccountState state = read.state().orElseThrow();
    AccountChange change = new AccountChange(state, execution.account());
    fill(change, execution, page.market(), page.tick().orElseThrow());
    label.ifPresent(value -> change.label(value, read.labelStamp()));
    return change.commit(store);
  }

  /**
   * Stores a resting order of futures that filled.
   *
   * @param tick it filled at
   * @return false if something read has changed since
   */
  public boolean commit(
      FuturesExecution execution,
      FinishedOrder finished,
      AccountState read,
      Market market,
      Tick tick) {
    AccountChange change = new AccountChange(read, execution.account()).finished(finished);
    return fill(change, execution, market, tick).commit(store);
  }

  private static AccountChange fill(
      AccountChange change, FuturesExecution execution, Market market, Tick tick) {
    return change
        .position(execution.position(), market.contract(), tick.fundingIndex())
        .shard(execution.shard())
        .entry(FuturesFillItems.write(execution.fill()));
  }

  /**
   * Stores an executed order for units.
   *
   * @param read what the order was decided on
   * @param label of the order, if it has a text
   * @return false if something read has changed since
   */
  public boolean commit(UnitExecution execution, OrderReading read, Optional<Label> label) {
    AccountChange change = executed(execution, read.state().orElseThrow());
    label.ifPresent(value -> change.label(value, read.labelStamp()));
    return change.commit(store);
  }

  /**
   * Stores a resting sale of units that was executed.
   *
   * @return false if something read has changed since
   */
  public boolean commit(UnitExecution execution, FinishedOrder finished, AccountState read) {
    return executed(execution, read).finished(finished).commit(store);
  }

  private static AccountChange executed(UnitExecution execution, AccountState read) {
    return new AccountChange(read, execution.account())
        .holding(execution.holding())
        .shard(execution.shard())
        .entry(UnitFillItems.write(execution.fill()));
  }

  /**
   * Stores changes of leverage or margin, with the funding settled on the way.
   *
   * @param changes one after the other, of the positions in one market
   * @param read what they were decided on
   * @return false if something read has changed since
   */
  public boolean commit(List<PositionChange> changes, OrderReading read) {
    Account after = changes.getLast().account();
    MarketPage page = read.page().orElseThrow();
    AccountChange change = new AccountChange(read.state().orElseThrow(), after);
    for (PositionChange changed : changes) {
      change.position(
          changed.position(), page.market().contract(), page.tick().orElseThrow().fundingIndex());
      if (!changed.entry().postings().isEmpty()) {
        Item entry =
            Item.at(Key.entry(after.number(), changed.entry().id()))
                .with("kind", EventItems.FUNDING)
                .with("account", after.number())
                .with("market", changed.position().market());
        change.entry(EntryItems.write(entry, changed.entry()));
      }
    }
    HouseShard shard = changes.getLast().shard();
    long sequence = read.shard().orElseThrow().sequence();
    if (shard.sequence() != sequence) {
      change.shard(shard, sequence);
    }
    return change.commit(store);
  }

  /**
   * Stores a liquidation.
   *
   * @param cancelled resting orders that it ends; their margin is no longer set aside
   * @param tick it happened at
   * @return false if something read has changed since
   */
  public boolean commit(
      Liquidation done,
      List<FinishedOrder> cancelled,
      AccountState read,
      Market market,
      Tick tick) {
    AccountChange change = new AccountChange(read, done.account());
    cancelled.forEach(change::finished);
    change
        .position(done.position(), market.contract(), tick.fundingIndex())
        .entry(LiquidationFillItems.write(done.fill()));
    done.shards().forEach(change::shard);
    return change.commit(store);
  }

  /**
   * Stores the netting of two positions.
   *
   * @param cancelled resting orders that it ends; their margin is no longer set aside
   * @param tick it happened at
   * @return false if something read has changed since
   */
  public boolean commit(
      Netting done, List<FinishedOrder> cancelled, AccountState read, Market market, Tick tick) {
    AccountChange change = new AccountChange(read, done.second().account());
    cancelled.forEach(change::finished);
    for (Liquidation one : List.of(done.first(), done.second())) {
      change
          .position(one.position(), market.contract(), tick.fundingIndex())
          .entry(LiquidationFillItems.write(one.fill()));
    }
    List<HouseShard> shards = done.second().shards();
    change.shard(shards.getFirst(), done.first().shards().getFirst().sequence() - 1);
    shards.stream().skip(1).forEach(change::shard);
    return change.commit(store);
  }

  /**
   * Stores an order that rests from now on, and takes away those whose time has run out; those for
   * which something is set aside end at a tick.
   *
   * @param label of the order, if it has a text
   * @return false if something read has changed since
   */
  public boolean rest(RestingOrder order, OrderReading read, Optional<Label> label) {
    AccountState state = read.state().orElseThrow();
    Account after = state.account().touched().withOrderMargin(order.margin());
    AccountChange change = new AccountChange(state, after).rests(order);
    state.resting().stream()
        .filter(other -> other.isExpiredAt(order.time()) && other.margin().signum() == 0)
        .forEach(other -> change.finished(FinishedOrder.expired(other)));
    label.ifPresent(value -> change.label(value, read.labelStamp()));
    return change.commit(store);
  }

  /**
   * Stores a resting order as it is amended.
   *
   * @param before the same order as it rests
   * @return false if something read has changed since
   */
  public boolean amend(RestingOrder order, RestingOrder before, AccountState read) {
    Account after =
        read.account().touched().withOrderMargin(order.margin().subtract(before.margin()));
    return new AccountChange(read, after).amended(order).commit(store);
  }

  /**
   * Stores an order that ended as it came, without a fill.
   *
   * @param label of the order, if it has a text
   * @return false if something read has changed since
   */
  public boolean end(FinishedOrder order, OrderReading read, Optional<Label> label) {
    AccountState state = read.state().orElseThrow();
    AccountChange change = new AccountChange(state, state.account().touched()).unfilled(order);
    label.ifPresent(value -> change.label(value, read.labelStamp()));
    return change.commit(store);
  }

  /**
   * Stores that resting orders ended without a fill.
   *
   * @return false if something read has changed since
   */
  public boolean end(List<FinishedOrder> finished, AccountState read) {
    Account after =
        read.account().touched().withOrderMargin(FinishedOrder.margin(finished).negate());
    AccountChange change = new AccountChange(read, after);
    finished.forEach(change::finished);
    return change.commit(store);
  }

  /**
   * Stores how many positions an account may hold in one market.
   *
   * @return false if something read has changed since
   */
  public boolean mode(PositionMode mode, AccountState read) {
    return new AccountChange(read, read.account().touched().withMode(mode)).commit(store);
  }

  /**
   * Stores another box around an account's cross positions.
   *
   * @return false if something read has changed since
   */
  public boolean redraw(CrossBox next, AccountState read) {
    Account after = read.account().touched().withCross(Optional.of(next));
    return new AccountChange(read, after).commit(store);
  }
}
