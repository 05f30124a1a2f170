package venue.orderplacement;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import venue.domain.Outcome;
import venue.domain.Reason;
import venue.domain.Refusal;
import venue.domain.advance.Standing;
import venue.domain.futures.FuturesDesk;
import venue.domain.smartleverage.UnitDesk;
import venue.function.Advancing;
import venue.function.Attempts;
import venue.function.Countdowns;
import venue.function.Environment;
import venue.function.FundAdvancing;
import venue.function.HouseRoom;
import venue.function.OrderIds;
import venue.function.OrderLookup;
import venue.function.SignedCall;
import venue.store.AccountState;
import venue.store.MarketPage;
import venue.store.OrderReading;
import venue.store.OrderStore;
import venue.store.RankingStore;
import venue.wire.Admission;
import venue.wire.ApiError;
import venue.wire.HttpRequest;
import venue.wire.HttpResponse;

/** What every order needs: the store, the clocks, ids, the choice of a shard, attempts. */
record Desk(
    OrderStore store,
    OrderLookup orders,
    RankingStore rankings,
    Advancing advancing,
    Countdowns countdowns,
    FundAdvancing funds,
    HouseRoom room,
    InstantSource wallTime,
    InstantSource venueTime,
    OrderIds ids,
    int shards,
    RandomGenerator random,
    Attempts attempts) {

  static Desk of(Environment environment) {
    return new Desk(
        new OrderStore(environment.dynamoDb(), environment::variable),
        OrderLookup.of(environment),
        new RankingStore(environment.dynamoDb(), environment::variable),
        new Advancing(environment),
        new Countdowns(environment),
        FundAdvancing.of(environment),
        HouseRoom.of(environment),
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

  /**
   * Answers a signed request: attempts what was decoded, from a fresh read each time. A refusal of
   * what was sent is told only to whom the key belongs.
   */
  <T> HttpResponse answer(
      HttpRequest request,
      Outcome<T> decoded,
      BiFunction<SignedCall, T, Optional<HttpResponse>> attempt) {
    return SignedCall.read(request)
        .respond(
            call ->
                decoded.fold(
                    asked -> attempts.answer(() -> attempt.apply(call, asked)),
                    refusal ->
                        call.admit(store.secret(call.caller()), wallTime.instant())
                            .respond(signer -> ApiError.of(refusal).toResponse())));
  }

  /**
   * Goes on if the request is signed with the secret that was read; otherwise that is the answer.
   */
  Optional<HttpResponse> admitted(
      SignedCall call, Optional<String> secret, Supplier<Optional<HttpResponse>> then) {
    return switch (call.admitInTime(secret, wallTime.instant())) {
      case Admission.Denied<SignedCall>(ApiError error) -> Optional.of(error.toResponse());
      case Admission.Admitted<SignedCall> _ -> then.get();
    };
  }

  /**
   * What the account has open, if it is at the latest ticks and all its countdowns run; if not, it
   * is brought there and is to be read again.
   */
  Optional<Standing> advanced(AccountState state, Optional<MarketPage> known) {
    return countdowns.allRun(state) ? advancing.advanced(state, known) : Optional.empty();
  }

  /** Goes on with what the account has open, once it is at the latest ticks. */
  Optional<HttpResponse> onceAdvanced(
      OrderReading read, Function<Standing, Optional<HttpResponse>> then) {
    return read.state().isEmpty()
        ? Optional.of(
            ApiError.of(new Refusal(Reason.USER_NOT_FOUND, "the key's account is not open"))
                .toResponse())
        : advanced(read.state().get(), read.page()).flatMap(then);
  }

  /**
   * Whether an account, as it was read, is at the latest ticks; if not, it is now.
   *
   * @param known a market that was read together with the account
   */
  boolean isAdvanced(AccountState state, Optional<MarketPage> known) {
    return advanced(state, known).isPresent();
  }

  /** Whether the funds, as they were read, are at the latest tick; if not, they are now. */
  boolean areFundsAdvanced(OrderReading read) {
    return read.page().map(funds::advance).filter(done -> !done.isEmpty()).isEmpty();
  }

  /** What a decision comes to at a desk, or if its part of the house is full with another one. */
  <T> Outcome<T> whereRoomIs(FuturesDesk at, Function<FuturesDesk, Outcome<T>> decision) {
    return room.orElsewhere(
        decision.apply(at), at.market(), shard -> decision.apply(at.withShard(shard)));
  }

  /** The same at a desk for units. */
  <T> Outcome<T> whereRoomIs(UnitDesk at, Function<UnitDesk, Outcome<T>> decision) {
    return room.orElsewhere(
        decision.apply(at), at.market(), shard -> decision.apply(at.withShard(shard)));
  }

  /** The answer to a decision: what storing it yields, or the refusal. */
  static <T> Optional<HttpResponse> decided(
      Outcome<T> decision, Function<T, Optional<HttpResponse>> store) {
    return decision.fold(store, refusal -> Optional.of(ApiError.of(refusal).toResponse()));
  }
}
