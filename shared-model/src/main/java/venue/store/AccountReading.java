package venue.store;

import java.util.Optional;
import venue.domain.Outcome;
import venue.domain.Reason;

/**
 * What is read at once of an account and the key of who asks.
 *
 * @param secret of the caller's key, none if the key is unknown or revoked
 * @param state of the caller's account, none if there is no such account
 */
public record AccountReading(Optional<String> secret, Optional<AccountState> state) {

  /** What the account holds, refused if it is not open. */
  public Outcome<AccountState> account() {
    return state
        .map(Outcome::done)
        .orElseGet(() -> Outcome.refused(Reason.USER_NOT_FOUND, "the key's account is not open"));
  }
}
