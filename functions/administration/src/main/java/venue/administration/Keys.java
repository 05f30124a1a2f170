package venue.administration;

import java.time.InstantSource;
import java.util.random.RandomGenerator;
import venue.domain.Outcome;
import venue.domain.Reason;
import venue.function.Environment;
import venue.store.AccountStore;
import venue.store.Caller;
import venue.wire.ApiError;
import venue.wire.ApiKey;
import venue.wire.HttpRequest;
import venue.wire.HttpResponse;
import venue.wire.json.JsonObject;

/** Issues keys to accounts and revokes them. A secret is shown once, when its key is issued. */
final class Keys {
  private final AccountStore store;
  private final InstantSource venueTime;
  private final RandomGenerator random;

  Keys(Environment environment) {
    store = new AccountStore(environment.dynamoDb(), environment::variable);
    venueTime = environment.venueTime();
    random = environment.random();
  }

  HttpResponse issue(HttpRequest request) {
    return AccountNumber.of(request)
        .then(
            number ->
                store.account(number).isPresent()
                    ? Outcome.done(number)
                    : AccountNumber.unknown(number))
        .fold(this::issue, refusal -> ApiError.of(refusal).toResponse());
  }

  private HttpResponse issue(long account) {
    ApiKey key = ApiKey.of(account, random);
    String secret = ApiKey.newSecret(random);
    store.addKey(new Caller(account, key.text()), secret, venueTime.instant());
    return HttpResponse.of(
        201,
        JsonObject.builder()
            .put("account", account)
            .put("key", key.text())
            .put("secret", secret)
            .build());
  }

  HttpResponse revoke(HttpRequest request) {
    String key = request.pathParameter("key").orElse("");
    return AccountNumber.of(request)
        .then(number -> revoke(new Caller(number, key)))
        .fold(HttpResponse::ok, refusal -> ApiError.of(refusal).toResponse());
  }

  private Outcome<JsonObject> revoke(Caller caller) {
    return store.removeKey(caller)
        ? Outcome.done(
            JsonObject.builder()
                .put("account", caller.account())
                .put("key", caller.key())
                .put("revoked", true)
                .build())
        : Outcome.refused(
            Reason.NOT_FOUND, "key: account " + caller.account() + " has no such key");
  }
}
