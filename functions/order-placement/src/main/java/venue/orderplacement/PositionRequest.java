package venue.orderplacement;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import venue.domain.Outcome;
import venue.domain.advance.Standing;
import venue.domain.futures.FuturesDesk;
import venue.domain.futures.Position;
import venue.domain.futures.PositionChange;
import venue.domain.futures.Slot;
import venue.function.SignedCall;
import venue.store.MarketPage;
import venue.store.OrderReading;
import venue.wire.HttpResponse;
import venue.wire.gate.PositionJson;
import venue.wire.gate.PositionPath;

/**
 * What every change of leverage or margin does: read, decide, store, answer. In hedge mode a change
 * may be of both positions in a market; it is of both or of none.
 *
 * @param path what the account's mode must be, and how the answer looks
 */
record PositionRequest(Desk desk, PositionPath path) {

  /**
   * One attempt, from a fresh read.
   *
   * @param modes of the slots that are changed, one after the other
   */
  Optional<HttpResponse> attempt(
      SignedCall call,
      String contract,
      List<Slot.Mode> modes,
      Function<FuturesDesk, Outcome<PositionChange>> decision) {
    OrderReading read =
        desk.store().read(call.caller(), contract, desk.anyShard(), Optional.empty());
    return desk.admitted(
        call,
        read.secret(),
        () ->
            desk.onceAdvanced(
                read,
                standing ->
                    Desk.decided(
                        path.allows(standing.account().mode())
                            .then(mode -> decide(contract, modes, decision, read, standing)),
                        decided -> store(decided, read, standing))));
  }

  private Outcome<List<PositionChange>> decide(
      String contract,
      List<Slot.Mode> modes,
      Function<FuturesDesk, Outcome<PositionChange>> decision,
      OrderReading read,
      Standing standing) {
    Slot first = new Slot(contract, modes.getFirst());
    return read.futuresDesk(first, desk.shards(), standing, desk.now())
        .then(at -> changes(at, modes, decision, read));
  }

  private static Outcome<List<PositionChange>> changes(
      FuturesDesk at,
      List<Slot.Mode> modes,
      Function<FuturesDesk, Outcome<PositionChange>> decision,
      OrderReading read) {
    return decision
        .apply(at)
        .then(
            done -> {
              if (modes.size() == 1) {
                return Outcome.done(List.of(done));
              }
              Slot slot = new Slot(at.market().name(), modes.get(1));
              Position other = read.state().orElseThrow().held(slot, at.market().contract());
              FuturesDesk next = at.beside(other, done.account(), done.position(), done.shard());
              return changes(next, modes.subList(1, modes.size()), decision, read)
                  .then(rest -> Outcome.done(joined(done, rest)));
            });
  }

  private static List<PositionChange> joined(PositionChange first, List<PositionChange> rest) {
    List<PositionChange> all = new ArrayList<>(List.of(first));
    all.addAll(rest);
    return all;
  }

  private Optional<HttpResponse> store(
      List<PositionChange> changes, OrderReading read, Standing standing) {
    if (!desk.store().commit(changes, read)) {
      return Optional.empty();
    }
    MarketPage page = read.page().orElseThrow();
    Standing after = standing.changed(changes);
    List<Position> changed = changes.stream().map(PositionChange::position).toList();
    return Optional.of(
        HttpResponse.ok(
            path.shown(
                changed.stream()
                    .map(held -> PositionJson.of(after, held, page.market(), page.tick()))
                    .toList())));
  }
}
