package venue.domain.account;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import venue.domain.futures.CrossBox;
import venue.domain.futures.PositionMode;
import venue.domain.market.Tick;

/**
 * A user's account.
 *
 * @param number below 2³¹
 * @param cash USDT, with the margin of positions, without unrealised profit; below zero only while
 *     funding paid exceeds the margin of a position that is in profit
 * @param positionMargin the part of the cash that isolated positions hold, USDT
 * @param orderMargin the part of the cash that is set aside for resting orders, USDT
 * @param external minus what was deposited and not withdrawn, USDT
 * @param sequence the number of its last journal entry
 * @param version one more with every write of anything in the account
 * @param mode how many positions it may hold in one market
 * @param fills at the present ticks
 * @param cross what its cross positions are watched by, none without one
 * @param createTime venue time
 */
public record Account(
    long number,
    BigDecimal cash,
    BigDecimal positionMargin,
    BigDecimal orderMargin,
    BigDecimal external,
    long sequence,
    long version,
    PositionMode mode,
    RecentFills fills,
    Optional<CrossBox> cross,
    Instant createTime) {
  private static final String BOOKS = "account/";

  /** A new account without cash. */
  public static Account open(long number, Instant now) {
    return new Account(
        number,
        BigDecimal.ZERO,
        BigDecimal.ZERO,
        BigDecimal.ZERO,
        BigDecimal.ZERO,
        0,
        0,
        PositionMode.ONE_WAY,
        RecentFills.NONE,
        Optional.empty(),
        now);
  }

  /**
   * Free cash: what no isolated position holds, USDT. It backs the cross positions, with what is
   * set aside for orders.
   */
  public BigDecimal free() {
    return cash.subtract(positionMargin);
  }

  /**
   * Free cash that is not set aside for orders, USDT: all that is available while no cross position
   * is open. Unrealised profit is never part of it.
   */
  public BigDecimal available() {
    return free().subtract(orderMargin);
  }

  /** The name of the account's book in the journal. */
  public String book() {
    return BOOKS + number;
  }

  /** Whether a book is an account's, and not the house's. */
  public static boolean isBook(String book) {
    return book.startsWith(BOOKS);
  }

  /** The account after a change of its cash by one journal entry. */
  public Account booked(BigDecimal change) {
    return new Account(
        number,
        cash.add(change),
        positionMargin,
        orderMargin,
        external,
        sequence + 1,
        version + 1,
        mode,
        fills,
        cross,
        createTime);
  }

  /** The posting of the change that led from this account to {@code after}. */
  public Posting posting(Account after) {
    return new Posting(
        book(),
        after.sequence,
        List.of(new Movement(Balance.CASH, after.cash.subtract(cash), after.cash)));
  }

  /** With another sum of position margin. */
  public Account withPositionMargin(BigDecimal margin) {
    return new Account(
        number,
        cash,
        margin,
        orderMargin,
        external,
        sequence,
        version,
        mode,
        fills,
        cross,
        createTime);
  }

  /** With a change of what is set aside for resting orders (positive: more), USDT. */
  public Account withOrderMargin(BigDecimal change) {
    return new Account(
        number,
        cash,
        positionMargin,
        orderMargin.add(change),
        external,
        sequence,
        version,
        mode,
        fills,
        cross,
        createTime);
  }

  /** With other fills at the present ticks. */
  public Account withFills(RecentFills next) {
    return new Account(
        number,
        cash,
        positionMargin,
        orderMargin,
        external,
        sequence,
        version,
        mode,
        next,
        cross,
        createTime);
  }

  /** With another box around its cross positions. */
  public Account withCross(Optional<CrossBox> next) {
    return new Account(
        number,
        cash,
        positionMargin,
        orderMargin,
        external,
        sequence,
        version,
        mode,
        fills,
        next,
        createTime);
  }

  /**
   * After a resting order filled at a tick, at which other resting orders are still to be looked at
   * and the cross positions to be judged.
   */
  public Account unseenAt(Tick tick) {
    return withFills(fills.unseenAt(tick.market(), tick.sequence()))
        .withCross(cross.map(box -> box.unjudgedAt(tick)));
  }

  /** With another number of positions that it may hold in one market. */
  public Account withMode(PositionMode next) {
    return new Account(
        number,
        cash,
        positionMargin,
        orderMargin,
        external,
        sequence,
        version,
        next,
        fills,
        cross,
        createTime);
  }

  /** After a write that moves no cash. */
  public Account touched() {
    return new Account(
        number,
        cash,
        positionMargin,
        orderMargin,
        external,
        sequence,
        version + 1,
        mode,
        fills,
        cross,
        createTime);
  }

  /** After a transfer from outside (positive) or to it (negative). */
  public Account transferred(BigDecimal amount) {
    return new Account(
        number,
        cash.add(amount),
        positionMargin,
        orderMargin,
        external.subtract(amount),
        sequence + 1,
        version + 1,
        mode,
        fills,
        cross,
        createTime);
  }
}
