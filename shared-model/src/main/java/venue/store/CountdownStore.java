package venue.store;

import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import venue.domain.account.Account;
import venue.domain.resting.Countdown;
import venue.domain.resting.FinishedOrder;

/** The countdowns of accounts: at most one for each market, and one for all. */
public final class CountdownStore {
  private final DynamoStore store;

  /**
   * A store.
   *
   * @param variable gives the value of a variable of the template
   */
  public CountdownStore(DynamoDbClient client, UnaryOperator<String> variable) {
    this.store = new DynamoStore(client, variable);
  }

  /** Sets a countdown in place of the one that was set before, if there was one. */
  public void set(long account, Countdown countdown) {
    store.write(Write.replacing(Table.ACCOUNTS, CountdownItems.write(account, countdown)));
  }

  /** Takes the countdown of a market, or of all, away; if there is none, nothing happens. */
  public void clear(long account, Optional<String> market) {
    store.remove(Key.countdown(account, market));
  }

  /**
   * Stores that a countdown is over.
   *
   * @param cancelled what it cancels
   * @return false if it was set again, or something read has changed since
   */
  public boolean end(Countdown countdown, List<FinishedOrder> cancelled, AccountState read) {
    Account after =
        read.account().touched().withOrderMargin(FinishedOrder.margin(cancelled).negate());
    AccountChange change = new AccountChange(read, after).over(countdown);
    cancelled.forEach(change::finished);
    return change.commit(store);
  }
}
