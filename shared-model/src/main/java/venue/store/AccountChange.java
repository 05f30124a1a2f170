package venue.store;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import venue.domain.account.Account;
import venue.domain.futures.LegTrigger;
import venue.domain.futures.Position;
import venue.domain.futures.Slot;
import venue.domain.house.HouseShard;
import venue.domain.market.Contract;
import venue.domain.resting.Countdown;
import venue.domain.resting.FinishedOrder;
import venue.domain.resting.FinishedOrder.End;
import venue.domain.resting.RestingOrder;
import venue.domain.resting.RestingOrder.PriceOrder;
import venue.domain.resting.RestingOrder.RestingFutures;
import venue.domain.smartleverage.Holding;

/**
 * A change of one account with all that belongs to it, which is stored whole or not at all, and
 * only if everything it replaces is still as it was read.
 */
final class AccountChange {
  private final AccountState read;
  private final Account after;
  private final Set<Slot> written = new HashSet<>();
  private final Set<Long> ended = new HashSet<>();
  private final List<Write> writes = new ArrayList<>();

  /**
   * A change.
   *
   * @param after of the next version
   */
  AccountChange(AccountState read, Account after) {
    this.read = read;
    this.after = after;
    writes.add(
        Write.following(
            Table.ACCOUNTS, AccountItems.write(after), "version", read.account().version()));
  }

  /**
   * With a position; one that is flat now, or on the other side, takes along its resting orders
   * that this change has not ended before.
   */
  AccountChange position(Position position, Contract contract, BigDecimal fundingIndex) {
    Item item =
        trigger(position)
            .map(trigger -> PositionItems.write(after.number(), position, trigger))
            .orElseGet(() -> PositionItems.write(after.number(), position, contract, fundingIndex));
    put(position, item);
    boolean goes =
        read.position(position.slot())
            .filter(before -> Long.signum(before.size()) != Long.signum(position.size()))
            .isPresent();
    if (goes) {
      read.resting().stream()
          .filter(AccountChange::goesWithItsPosition)
          .filter(order -> order.slot(after.mode()).equals(Optional.of(position.slot())))
          .forEach(order -> ends(order, position.updateTime()));
    }
    return this;
  }

  private Optional<LegTrigger> trigger(Position position) {
    return position.cross() && !position.isFlat()
        ? after.cross().map(box -> box.triggers().get(position.slot()))
        : Optional.empty();
  }

  private void put(Position position, Item item) {
    Key key = Key.position(after.number(), position.slot());
    writes.add(read.stamp(key).replacing(Table.ACCOUNTS, item, after.version()));
    written.add(position.slot());
  }

  // The positions that the change itself leaves alone, where the box was drawn again.
  private void rekey() {
    for (Position position : read.positions()) {
      Optional<LegTrigger> next =
          trigger(position).filter(trigger -> !trigger.equals(old(position)));
      if (next.isPresent() && !written.contains(position.slot())) {
        put(position, PositionItems.write(after.number(), position, next.get()));
      }
    }
  }

  private @Nullable LegTrigger old(Position position) {
    return read.account().cross().map(box -> box.triggers().get(position.slot())).orElse(null);
  }

  private static boolean goesWithItsPosition(RestingOrder order) {
    return order instanceof PriceOrder
        || (order instanceof RestingFutures futures && futures.order().onlyReduces());
  }

  private void ends(RestingOrder order, Instant time) {
    finished(new FinishedOrder(order, End.POSITION_CLOSED, Optional.empty(), time));
  }

  AccountChange holding(Holding holding) {
    writes.add(
        read.stamp(Key.holding(after.number(), holding.fund()))
            .replacing(
                Table.ACCOUNTS, HoldingItems.write(after.number(), holding), after.version()));
    return this;
  }

  AccountChange shard(HouseShard shard) {
    return shard(shard, shard.sequence() - 1);
  }

  /** With a shard that was read at a sequence. */
  AccountChange shard(HouseShard shard, long sequence) {
    writes.add(Write.following(Table.HOUSE, ShardItems.write(shard), "sequence", sequence));
    return this;
  }

  AccountChange entry(Item entry) {
    writes.add(Write.creating(Table.ACCOUNTS, entry));
    return this;
  }

  /** With the write of an item that belongs to no account. */
  AccountChange with(Write write) {
    writes.add(write);
    return this;
  }

  AccountChange label(Label label, Stamp stamp) {
    writes.add(stamp.replacing(Table.ACCOUNTS, label.write(after.number()), after.version()));
    return this;
  }

  AccountChange rests(RestingOrder order) {
    return put(order);
  }

  /** With a resting order in place of itself. */
  AccountChange amended(RestingOrder order) {
    return put(order);
  }

  private AccountChange put(RestingOrder order) {
    writes.add(
        read.stamp(Key.resting(after.number(), order.id()))
            .replacing(Table.ACCOUNTS, RestingItems.write(after.number(), order), after.version()));
    return this;
  }

  /** With an order that has ended without ever resting. */
  AccountChange unfilled(FinishedOrder order) {
    writes.add(Write.replacing(Table.ACCOUNTS, RestingItems.write(after.number(), order)));
    return this;
  }

  /** With a countdown that is over. */
  AccountChange over(Countdown countdown) {
    writes.add(CountdownItems.deleting(after.number(), countdown));
    return this;
  }

  /** Ends a resting order, unless this change has ended it already. */
  AccountChange finished(FinishedOrder order) {
    if (!ended.add(order.order().id())) {
      return this;
    }
    Key key = Key.resting(after.number(), order.order().id());
    writes.add(read.stamp(key).deleting(key));
    writes.add(Write.replacing(Table.ACCOUNTS, RestingItems.write(after.number(), order)));
    return this;
  }

  boolean commit(DynamoStore store) {
    rekey();
    return store.write(writes);
  }
}
