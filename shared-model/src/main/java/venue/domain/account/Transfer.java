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

  /** A deposit of a positive amount, USDT. */
  public static Outcome<Transfer> deposit(
      Account account, BigDecimal amount, long id, Instant now) {
    return booked(account, amount, id, now);
  }

  /** A withdrawal of a positive amount, USDT; only what is available can leave. */
  public static Outcome<Transfer> withdrawal(
      Account account, BigDecimal amount, long id, Instant now) {
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

  private static Outcome<Transfer> booked(
      Account account, BigDecimal amount, long id, Instant now) {
    if (amount.signum() == 0 || amount.scale() > Rounding.CASH_SCALE) {
      return Outcome.refused(
          Reason.INVALID_PARAM_VALUE,
          "amount: a number above zero with at most " + Rounding.CASH_SCALE + " decimals");
    }
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
