package venue.orderplacement;

import java.util.Optional;
import venue.domain.resting.FinishedOrder;
import venue.domain.resting.RestingOrder;
import venue.wire.json.Json;

/** One kind of resting orders, each of which is cancelled under a path of its own. */
interface CancelKind {

  /** Whether a resting order is of this kind. */
  boolean includes(RestingOrder order);

  /** An order of this kind that has been cancelled, as it is answered. */
  Json cancelled(long account, FinishedOrder ended);

  /** An order of this kind, wherever it is now, if the account has or had it. */
  Optional<? extends Json> find(long account, long id);
}
