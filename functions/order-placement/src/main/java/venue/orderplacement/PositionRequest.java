package venue.orderplacement;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import venue.domain.Outcome;
import venue.domain.advance.Standing;
import venue.domain.futures.DeleverageRanking;
import venue.domain.futures.FuturesDesk;
import venue.domain.futures.Position;
import venue.domain.futures.PositionChange;
import venue.domain.futures.Slot;
import venue.function.SignedCall;
import venue.store.AccountState;
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

  /** A decision about a position. */
  interface Decision {

    /**
     * What becomes of the position; done without a change, it stays as it is.
     *
     * @param id of the change
     */
    Outcome<Optional<PositionChange>> of(FuturesDesk at, long id);
  }

  /** A decision about a position that changes it. */
  interface Change {

    /**
     * How the position changes.
     *
     * @param id of the change
     */
    Outcome<PositionChange> of(FuturesDesk at, long id);
  }

  /**
   * One attempt, from a fresh read.
   *
   * @param modes of the slots that are changed, one after the other
   */
  Optional<HttpResponse> attempt(
      SignedCall call, String contract, List<Slot.Mode> modes, Change decision) {
    return attemptIfNeeded(
        call,
        contract,
        modes,
        (at, id) -> decision.of(at, id).then(change -> Outcome.done(Optional.of(change))));
  }

  /** The same of a decision that may leave a position as it is. */
  Optional<HttpResponse> attemptIfNeeded(
      SignedCall call, String contract, List<Slot.Mode> modes, Decision decision) {
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
                        changes -> store(contract, modes, changes, read, standing))));
  }

  private Outcome<List<PositionChange>> decide(
      String contract,
      List<Slot.Mode> modes,
      Decision decision,
      OrderReading read,
      Standing standing) {
    Slot first = new Slot(contract, modes.getFirst());
    return read.futuresDesk(first, desk.shards(), standing, desk.now())
        .then(
            at ->
                changes(
                    at, desk.ids().next(), modes, decision, read.state().orElseThrow(), List.of()));
  }

  private static Outcome<List<PositionChange>> changes(
      FuturesDesk at,
      long id,
      List<Slot.Mode> modes,
      Decision decision,
      AccountState state,
      List<PositionChange> before) {
    return decision
        .of(at, id)
        .then(
            change -> {
              List<PositionChange> all = new ArrayList<>(before);
              change.ifPresent(all::add);
              if (modes.size() == 1) {
                return Outcome.done(all);
              }
              Slot slot = new Slot(at.market().name(), modes.get(1));
              Position other = state.held(slot, at.market().contract());
              FuturesDesk next =
                  at.beside(
                      other,
                      change.map(PositionChange::account).orElse(at.account()),
                      change.map(PositionChange::position).orElse(at.position()),
                      change.map(PositionChange::shard).orElse(at.shard()));
              return changes(next, id + 1, modes.subList(1, modes.size()), decision, state, all);
            });
  }

  private Optional<HttpResponse> store(
      String contract,
      List<Slot.Mode> modes,
      List<PositionChange> changes,
      OrderReading read,
      Standing standing) {
    if (!changes.isEmpty() && !desk.store().commit(changes, read)) {
      return Optional.empty();
    }
    MarketPage page = read.page().orElseThrow();
    Standing after = standing.changed(changes);
    List<Position> shown =
        modes.stream().map(mode -> position(new Slot(contract, mode), changes, read)).toList();
    Optional<DeleverageRanking> ranking =
        page.hasWinner(shown) ? desk.rankings().ranking(contract) : Optional.empty();
    return Optional.of(
        HttpResponse.ok(
            path.shown(
                shown.stream()
                    .map(held -> PositionJson.of(after, held, page.market(), page.tick(), ranking))
                    .toList())));
  }

  private static Position position(Slot slot, List<PositionChange> changes, OrderReading read) {
    return changes.stream()
        .map(PositionChange::position)
        .filter(held -> held.slot().equals(slot))
        .findFirst()
        .orElseGet(
            () ->
                read.state()
                    .orElseThrow()
                    .held(slot, read.page().orElseThrow().market().contract()));
  }
}
