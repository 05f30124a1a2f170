package venue.domain.advance;

import java.time.Instant;
import java.util.List;
import venue.domain.futures.CrossBox;
import venue.domain.futures.CrossLeg;
import venue.domain.futures.CrossLiquidation;
import venue.domain.futures.Position;
import venue.domain.market.Tick;
import venue.domain.resting.FinishedOrder.End;
import venue.domain.resting.RestingOrder;
import venue.domain.resting.RestingOrder.LimitOrder;

/** What has become due in an account, at the tick it became so. */
public sealed interface Due {

  /** The tick that it happens at, whenever it is found. */
  Tick tick();

  /**
   * A resting order ends without a fill.
   *
   * @param end its time has run out, or it was to fill at its first tick and its limit forbids it
   */
  record Ended(RestingOrder order, End end, Tick tick) implements Due {}

  /**
   * A resting order fills.
   *
   * @param legs the account's open cross positions at the ticks they were at
   */
  record Fill(RestingOrder order, List<CrossLeg> legs, Tick tick) implements Due {}

  /**
   * An isolated position is liquidated.
   *
   * @param legs the account's open cross positions at the ticks they were at
   */
  record Liquidated(Position position, List<CrossLeg> legs, Tick tick) implements Due {}

  /**
   * A cross position is reduced in the liquidation of its account.
   *
   * @param legs all open cross positions at the ticks they were judged by
   * @param step which of them, and how much
   * @param time at which the account was found due, venue time
   */
  record CrossLiquidated(List<CrossLeg> legs, CrossLiquidation step, Instant time) implements Due {

    /** The leg that is reduced. */
    public CrossLeg leg() {
      return legs.get(step.leg());
    }

    @Override
    public Tick tick() {
      return leg().tick();
    }
  }

  /**
   * A limit order's price has been met for many ticks and its fill price was within its limit at
   * none: it is kept that these ticks have been looked at, so that nobody reads them again.
   */
  record Looked(LimitOrder order, Tick tick) implements Due {}

  /**
   * A price has left the box of an account, and nothing is due: the box is drawn again.
   *
   * @param legs all open cross positions at the latest ticks
   */
  record OutOfBox(List<CrossLeg> legs, CrossBox next, Tick tick) implements Due {}
}
