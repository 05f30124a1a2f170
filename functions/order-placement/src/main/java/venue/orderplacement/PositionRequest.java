package venue.orderplacement;

import java.util.Optional;
import java.util.function.Function;
import venue.domain.Outcome;
import venue.domain.advance.Standing;
import venue.domain.futures.FuturesDesk;
import venue.domain.futures.PositionChange;
import venue.function.SignedCall;
import venue.store.OrderReading;
import venue.wire.HttpResponse;
import venue.wire.gate.PositionJson;

/** What every change of a position's leverage or margin does: read, decide, store, answer. */
record PositionRequest(Desk desk) {

  /** One attempt, from a fresh read. */
  Optional<HttpResponse> attempt(
      SignedCall call, String contract, Function<FuturesDesk, Outcome<PositionChange>> decision) {
    return attemptIfNeeded(
        call, contract, at -> decision.apply(at).then(change -> Outcome.done(Optional.of(change))));
  }

  /**
   * One attempt, from a fresh read.
   *
   * @param decision without a change the position is answered as it is
   */
  Optional<HttpResponse> attemptIfNeeded(
      SignedCall call,
      String contract,
      Function<FuturesDesk, Outcome<Optional<PositionChange>>> decision) {
    OrderReading read =
        desk.store().read(call.caller(), contract, desk.anyShard(), Optional.empty());
    return desk.admitted(call, read.secret(), () -> change(contract, decision, read));
  }

  private Optional<HttpResponse> change(
      String contract,
      Function<FuturesDesk, Outcome<Optional<PositionChange>>> decision,
      OrderReading read) {
    return desk.onceAdvanced(
        read,
        standing ->
            Desk.decided(
                read.futuresDesk(contract, desk.shards(), standing, desk.now())
                    .then(at -> decision.apply(at).then(change -> decided(change, at))),
                decided -> store(decided, read, standing)));
  }

  private record Decided(Optional<PositionChange> change, FuturesDesk at) {}

  private static Outcome<Decided> decided(Optional<PositionChange> change, FuturesDesk at) {
    return Outcome.done(new Decided(change, at));
  }

  private Optional<HttpResponse> store(Decided decided, OrderReading read, Standing standing) {
    Optional<PositionChange> change = decided.change();
    if (change.isPresent() && !desk.store().commit(change.get(), read)) {
      return Optional.empty();
    }
    FuturesDesk at = decided.at();
    return Optional.of(
        HttpResponse.ok(
            PositionJson.of(
                change.map(PositionChange::account).orElse(at.account()),
                change.map(PositionChange::position).orElse(at.position()),
                at.market(),
                Optional.of(at.tick()),
                standing.legsBeside(at.market().name()),
                read.state().orElseThrow().limitOrders(at.market().name()))));
  }
}
