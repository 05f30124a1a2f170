package venue.domain.account;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import venue.domain.Outcome;
import venue.domain.Reason;
import venue.domain.Rounding;
import venue.domain.futures.CrossBox;
import venue.domain.futures.CrossLeg;
import venue.domain.futures.CrossMargin;

/**
 * A deposit or withdrawal as it is booked: the account's cash against the world outside.
 *
 * @param account after the transfer
 */
public record Transfer(Account account, JournalEntry entry) {

  /** What a single transfer stays below, USDT. */
  private static final BigDecimal AMOUNT_LIMIT = BigDecimal.ONE.scaleByPowerOfTen(15);

  /** A deposit of a positive amount, USDT. */
  public static Outcome<Transfer> deposit(
      Account account, BigDecimal amount, long id, Instant now) {
    return isMoney(amount)
        ? booked(
            account,
            account
                .transferred(amount)
                .withCross(account.cross().map(box -> box.cashAdded(amount))),
            id,
            now)
        : invalid();
  }

  /**
   * A withdrawal of a positive amount, USDT; only what is available can leave.
   *
   * @param legs the account's open cross positions
   */
  public static Outcome<Transfer> withdrawal(
      Account account, List<CrossLeg> legs, BigDecimal amount, long id, Instant now) {
    if (!isMoney(amount)) {
      return invalid();
    }
    BigDecimal available = CrossMargin.available(account, legs);
    if (amount.compareTo(available) > 0) {
      return Outcome.refused(
          Reason.INSUFFICIENT_AVAILABLE,
          "amount: "
              + amount.toPlainString()
              + " USDT is more than the "
              + available.stripTrailingZeros().toPlainString()
              + " USDT available");
    }
    if (!CrossMargin.areFresh(legs, now)) {
      return Outcome.refused(
          Reason.TOO_BUSY,
          "amount: a market of the cross positions has no fresh price at the moment; try again");
    }
    Account after = account.transferred(amount.negate());
    if (CrossMargin.of(after, legs).isDue()) {
      return Outcome.refused(
          Reason.LIQUIDATE_IMMEDIATELY,
          "amount: the cross positions would be due for liquidation at once");
    }
    return booked(
        account,
        after.withCross(CrossBox.after(account, after, Optional.empty(), Optional.empty(), legs)),
        id,
        now);
  }

  /** Whether an amount can be transferred: above zero, below 1e15 USDT, at most 12 decimals. */
  public static boolean isMoney(BigDecimal amount) {
    return amount.signum() > 0
        && amount.scale() <= Rounding.CASH_SCALE
        && amount.compareTo(AMOUNT_LIMIT) < 0;
  }

  private static Outcome<Transfer> invalid() {
    return Outcome.refused(
        Reason.INVALID_PARAM_VALUE,
        "amount: a number above zero and below 1e15 with at most "
            + Rounding.CASH_SCALE
            + " decimals");
  }

  private static Outcome<Transfer> booked(Account before, Account after, long id, Instant now) {
    BigDecimal amount = after.cash().subtract(before.cash());
    Posting posting =
        new Posting(
            before.book(),
            after.sequence(),
            List.of(
                new Movement(Balance.CASH, amount, after.cash()),
                new Movement(Balance.EXTERNAL, amount.negate(), after.external())));
    return Outcome.done(new Transfer(after, new JournalEntry(id, now, List.of(posting))));
  }
}
