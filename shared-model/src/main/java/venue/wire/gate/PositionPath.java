package venue.wire.gate;

import java.util.List;
import venue.domain.Outcome;
import venue.domain.Reason;
import venue.domain.futures.PositionMode;
import venue.domain.futures.Slot;
import venue.wire.json.Json;
import venue.wire.json.JsonArray;

/** Which of the two paths a request about the positions in a contract came by. */
public enum PositionPath {
  /** {@code positions/{contract}}: the one position of an account in one-way mode. */
  SINGLE(PositionMode.ONE_WAY),
  /** {@code dual_comp/positions/{contract}}: both positions of an account in hedge mode. */
  DUAL(PositionMode.HEDGE);

  private final PositionMode mode;

  PositionPath(PositionMode mode) {
    this.mode = mode;
  }

  /** The account's mode, refused if it is the other path's. */
  public Outcome<PositionMode> allows(PositionMode account) {
    return account == mode
        ? Outcome.done(mode)
        : Outcome.refused(
            Reason.POSITION_DUAL_MODE,
            this == SINGLE
                ? "contract: in hedge mode a market has two positions; ask dual_comp/positions"
                : "contract: in one-way mode a market has one position; ask positions");
  }

  /** The slots of a market that such a path is about. */
  public List<Slot.Mode> modes() {
    return this == SINGLE
        ? List.of(Slot.Mode.SINGLE)
        : List.of(Slot.Mode.DUAL_LONG, Slot.Mode.DUAL_SHORT);
  }

  /** The positions as this path answers them: the only one, or a list. */
  public Json shown(List<? extends Json> positions) {
    return this == SINGLE ? positions.getFirst() : JsonArray.of(List.copyOf(positions));
  }
}
