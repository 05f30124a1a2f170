package venue.administration;

import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.random.RandomGenerator;
import venue.domain.Outcome;
import venue.domain.Reason;
import venue.domain.account.Account;
import venue.domain.advance.Standing;
import venue.domain.futures.CrossLeg;
import venue.domain.futures.CrossMargin;
import venue.function.Advancing;
import venue.function.Environment;
import venue.store.AccountStore;
import venue.wire.ApiError;
import venue.wire.Fields;
import venue.wire.HttpRequest;
import venue.wire.HttpResponse;
import venue.wire.json.JsonObject;

/** Opens accounts and shows them. */
final class Accounts {
  private static final long NUMBER_MIN = 10_000_000;
  private static final long NUMBER_END = 1L << 31;
  private final AccountStore store;
  private final Advancing advancing;
  private final InstantSource venueTime;
  private final RandomGenerator random;

  Accounts(Environment environment) {
    store = new AccountStore(environment.dynamoDb(), environment::variable);
    advancing = new Advancing(environment);
    venueTime = environment.venueTime();
    random = environment.random();
  }

  /** Opens an account, under the number that is given or one drawn at random. */
  HttpResponse open(HttpRequest request) {
    Fields fields = Fields.ofBody(request.body().isEmpty() ? "{}" : request.body());
    OptionalLong wanted = fields.optionalWholeNumber("account");
    return fields
        .as(() -> wanted.orElseGet(() -> random.nextLong(NUMBER_MIN, NUMBER_END)))
        .then(Accounts::inRange)
        .fold(this::open, refusal -> ApiError.of(refusal).toResponse());
  }

  private HttpResponse open(long number) {
    Account account = Account.open(number, venueTime.instant());
    return store.open(account)
        ? HttpResponse.of(201, json(account, List.of()))
        : new ApiError(409, "ACCOUNT_EXISTS", "account: " + number + " is open already")
            .toResponse();
  }

  HttpResponse show(HttpRequest request) {
    return AccountNumber.of(request)
        .then(this::find)
        .fold(
            standing -> HttpResponse.ok(json(standing.account(), standing.legs())),
            refusal -> ApiError.of(refusal).toResponse());
  }

  private Outcome<Standing> find(long number) {
    return store
        .state(number)
        .map(state -> Outcome.done(advancing.standing(state, Optional.empty())))
        .orElseGet(() -> AccountNumber.unknown(number));
  }

  private static Outcome<Long> inRange(long number) {
    return number >= NUMBER_MIN && number < NUMBER_END
        ? Outcome.done(number)
        : Outcome.refused(
            Reason.INVALID_PARAM_VALUE,
            "account should be from " + NUMBER_MIN + " to " + (NUMBER_END - 1));
  }

  /** An account with its cross positions, which tie up what is not available. */
  static JsonObject json(Account account, List<CrossLeg> legs) {
    return JsonObject.builder()
        .put("account", account.number())
        .put("cash", account.cash())
        .put("available", CrossMargin.available(account, legs))
        .put("position_margin", account.positionMargin())
        .put("deposited", account.external().negate())
        .put("sequence", account.sequence())
        .build();
  }
}
