package venue.function;

import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import venue.domain.resting.Countdown;
import venue.domain.resting.FinishedOrder;
import venue.store.AccountState;
import venue.store.AccountStore;
import venue.store.CountdownStore;

/**
 * Ends the countdowns of an account that are over, one after the other: what a price has met fills
 * first, then the limit orders that are left are cancelled together with the countdown.
 */
public final class Countdowns {
  private final AccountStore accounts;
  private final CountdownStore store;
  private final Advancing advancing;
  private final Attempts attempts;
  private final InstantSource wallTime;
  private final InstantSource venueTime;

  /** With what a function is given. */
  public Countdowns(Environment environment) {
    accounts = new AccountStore(environment.dynamoDb(), environment::variable);
    store = new CountdownStore(environment.dynamoDb(), environment::variable);
    advancing = new Advancing(environment);
    attempts = new Attempts(environment.random());
    wallTime = environment.wallTime();
    venueTime = environment.venueTime();
  }

  /** What comes of one step. */
  private enum Step {
    ENDED,
    ALL_RUN
  }

  /** Ends all that are over; false if others change the account all the time. */
  public boolean end(long account) {
    while (true) {
      Optional<Step> step =
          attempts.first(
              () -> accounts.state(account).map(this::step).orElse(Optional.of(Step.ALL_RUN)));
      if (step.isEmpty() || step.get() == Step.ALL_RUN) {
        return step.isPresent();
      }
    }
  }

  /**
   * Whether all countdowns of an account, as it was read, still run; if not, one of them is ended
   * now and the account is to be read again.
   */
  public boolean allRun(AccountState state) {
    return step(state).filter(step -> step == Step.ALL_RUN).isPresent();
  }

  private Optional<Step> step(AccountState state) {
    Optional<Countdown> over =
        state.countdowns().stream().filter(each -> each.isOver(wallTime.instant())).findFirst();
    if (over.isEmpty()) {
      return Optional.of(Step.ALL_RUN);
    }
    if (advancing.advanced(state, Optional.empty()).isEmpty()) {
      return Optional.empty();
    }
    List<FinishedOrder> cancelled =
        FinishedOrder.cancelled(state.resting(), over.get()::includes, venueTime.instant());
    return store.end(over.get(), cancelled, state) ? Optional.of(Step.ENDED) : Optional.empty();
  }
}
