package venue.domain.smartleverage;

import java.util.OptionalLong;
import venue.domain.Outcome;
import venue.domain.Reason;

/**
 * An order for units as a client sends it, with the merges that its numbers account for.
 *
 * @param epoch of the units and of the limit in it; none: that of the fund when it is decided
 */
public record UnitRequest(UnitOrder order, OptionalLong epoch) {

  /** The order in the units of a fund as of now; refused for an epoch that has not begun. */
  public Outcome<UnitOrder> in(Fund now) {
    long own = epoch.orElse(now.epoch());
    return own >= 0 && own <= now.epoch()
        ? Outcome.done(order.merged(now.epoch() - own))
        : Outcome.refused(
            Reason.INVALID_PARAM_VALUE,
            "epoch: from 0 to that of %s, which is %d".formatted(order.fund(), now.epoch()));
  }
}
