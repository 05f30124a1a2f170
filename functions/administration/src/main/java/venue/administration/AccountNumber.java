package venue.administration;

import venue.domain.Outcome;
import venue.domain.Reason;
import venue.wire.Fields;
import venue.wire.HttpRequest;

/** The number of an account in a path. */
final class AccountNumber {

  private AccountNumber() {}

  static Outcome<Long> of(HttpRequest request) {
    Fields fields = Fields.ofParameters(request);
    long number = fields.wholeNumber("account");
    return fields.as(() -> number);
  }

  static <T> Outcome<T> unknown(long number) {
    return Outcome.refused(Reason.USER_NOT_FOUND, "account: there is no account " + number);
  }
}
