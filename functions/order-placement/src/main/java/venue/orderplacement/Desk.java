package venue.orderplacement;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.random.RandomGenerator;
import venue.domain.Refusal;
import venue.function.Attempts;
import venue.function.Environment;
import venue.function.OrderIds;
import venue.function.SignedCall;
import venue.store.FillStore;
import venue.store.OrderStore;
import venue.wire.ApiError;
import venue.wire.HttpResponse;

/** What every order needs: the store, the clocks, ids, the choice of a shard, attempts. */
record Desk(
    OrderStore store,
    FillStore fills,
    InstantSource wallTime,
    InstantSource venueTime,
    OrderIds ids,
    int shards,
    RandomGenerator random,
    Attempts attempts) {

  static Desk of(Environment environment) {
    return new Desk(
        new OrderStore(environment.dynamoDb(), environment::variable),
        new FillStore(environment.dynamoDb(), environment::variable),
        environment.wallTime(),
        environment.venueTime(),
        new OrderIds(environment.venueTime(), environment.random()),
        environment.positive("HOUSE_SHARDS"),
        environment.random(),
        new Attempts(environment.random()));
  }

  Instant now() {
    return venueTime.instant();
  }

  int anyShard() {
    return random.nextInt(shards);
  }

  /** A refusal is told only to whom the key belongs. */
  HttpResponse refuse(SignedCall call, Refusal refusal, Optional<String> secret) {
    return call.admit(secret, wallTime.instant())
        .respond(admitted -> ApiError.of(refusal).toResponse());
  }
}
