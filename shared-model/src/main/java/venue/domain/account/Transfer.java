package venue.domain.account;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import venue.domain.Outcome;
import venue.domain.Reason;
import venue.domain.Rounding;

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
    return isMoney(amount) ? booked(account, amount, id, now) : invalid();
  }

  /** A withdrawal of a positive amount, USDT; only what is available can leave. */
  public static Outcome<Transfer> withdrawal(
      Account account, BigDecimal amount, long id, Instant now) {
    if (!isMoney(amount)) {
      return invalid();
    }
    if (amount.compareTo(account.available()) > 0) {
      return Outcome.refused(
          Reason.INSUFFICIENT_AVAILABLE,
          "amount: "
              + amount.toPlainString()
              + " USDT is more than the "
              + account.available().stripTrailingZeros().toPlainString()
              + " USDT available");
    }
    return booked(account, amount.negate(), id, now);
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

  private static Outcome<Transfer> booked(
      Account account, BigDecimal amount, long id, Instant now) {
    Account after = account.transferred(amount);
    Posting posting =
        new Posting(
            account.book(),
            after.sequence(),
            List.of(
                new Movement(Balance.CASH, amount, after.cash()),
                new Movement(Balance.EXTERNAL, amount.negate(), after.external())));
    return Outcome.done(new Transfer(after, new JournalEntry(id, now, List.of(posting))));
  }
}
