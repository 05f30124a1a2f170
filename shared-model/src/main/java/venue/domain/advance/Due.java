package venue.domain.advance;

import venue.domain.futures.Position;
import venue.domain.market.Tick;
import venue.domain.resting.RestingOrder;

/** What has become due in an account, at the tick it became so. */
public sealed interface Due {

  /** The tick that it happens at, whenever it is found. */
  Tick tick();

  /** A resting order ends because its time has run out. */
  record Expiry(RestingOrder order, Tick tick) implements Due {}

  /** A resting order fills. */
  record Fill(RestingOrder order, Tick tick) implements Due {}

  /** An isolated position is liquidated. */
  record Liquidated(Position position, Tick tick) implements Due {}
}
