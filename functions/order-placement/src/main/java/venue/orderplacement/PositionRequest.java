package venue.orderplacement;

import java.util.Optional;
import java.util.function.Function;
import venue.domain.Outcome;
import venue.domain.advance.Standing;
import venue.domain.futures.FuturesDesk;
import venue.domain.futures.PositionChange;
import venue.function.SignedCall;
import venue.store.MarketPage;
import venue.store.OrderReading;
import venue.wire.HttpResponse;
import venue.wire.gate.PositionJson;

/** What every change of a position's leverage or margin does: read, decide, store, answer. */
record PositionRequest(Desk desk) {

  /** One attempt, from a fresh read. */
  Optional<HttpResponse> attempt(
      SignedCall call, String contract, Function<FuturesDesk, Outcome<PositionChange>> decision) {
    OrderReading read =
        desk.store().read(call.caller(), contract, desk.anyShard(), Optional.empty());
    return desk.admitted(call, read.secret(), () -> change(contract, decision, read));
  }

  private Optional<HttpResponse> change(
      String contract, Function<FuturesDesk, Outcome<PositionChange>> decision, OrderReading read) {
    return desk.onceAdvanced(
        read,
        standing ->
            Desk.decided(
                read.futuresDesk(contract, desk.shards(), standing, desk.now()).then(decision),
                decided -> store(decided, read, standing)));
  }

  private Optional<HttpResponse> store(
      PositionChange change, OrderReading read, Standing standing) {
    MarketPage page = read.page().orElseThrow();
    return desk.store().commit(change, read)
        ? Optional.of(
            HttpResponse.ok(
                PositionJson.of(
                    change.account(),
                    change.position(),
                    page.market(),
                    page.tick(),
                    standing.legsBeside(change.position().market()),
                    desk.rankings().ranking(page.market().name()))))
        : Optional.empty();
  }
}
