package venue.domain.resting;

import java.time.Instant;
import java.util.Optional;
import venue.domain.Side;
import venue.domain.futures.FuturesOrder;
import venue.domain.market.PriceRange;
import venue.domain.market.Tick;
import venue.domain.smartleverage.UnitOrder;

/**
 * An order that is kept until a good tick after its acceptance lets it fill, at that tick's price.
 * Whatever rests only takes risk away, so that it needs no margin while it rests.
 */
public sealed interface RestingOrder {

  /** Rises with time. */
  long id();

  /** The market whose ticks it waits for. */
  String market();

  /** The sequence of the tick at which it was accepted; only later ones count. */
  long tick();

  /** When it was accepted, venue time. */
  Instant time();

  /** Whether a good tick lets it fill. */
  boolean isMetBy(Tick tick);

  /** Whether a good tick within a range may let it fill. */
  boolean canBeMetIn(PriceRange range);

  /** Whether a tick comes after its time has run out. */
  default boolean isExpiredAt(Tick at) {
    return isExpiredAt(at.time());
  }

  /** When its time runs out, venue time; none: it rests until it fills or is ended. */
  default Optional<Instant> expires() {
    return Optional.empty();
  }

  /** Whether its time has run out by a moment of venue time. */
  default boolean isExpiredAt(Instant now) {
    return expires().filter(end -> !now.isBefore(end)).isPresent();
  }

  /**
   * A stop-loss or take-profit: closes or reduces a position when the price meets a trigger, and
   * goes with the position when that becomes flat.
   *
   * @param order closes or is reduce-only
   * @param closes the side of the position
   * @param expires none: it rests until it fills, is cancelled or its position is flat
   */
  record PriceOrder(
      long id,
      FuturesOrder order,
      Side closes,
      Trigger trigger,
      Optional<Instant> expires,
      long tick,
      Instant time)
      implements RestingOrder {

    @Override
    public String market() {
      return order.market();
    }

    @Override
    public boolean isMetBy(Tick at) {
      return trigger.isMetBy(at.price());
    }

    @Override
    public boolean canBeMetIn(PriceRange range) {
      return trigger.canBeMetIn(range);
    }
  }

  /**
   * A market order that came while nothing could fill and reduces the position: fills at the first
   * good tick.
   *
   * @param order closes or is reduce-only
   */
  record WaitingOrder(long id, FuturesOrder order, long tick, Instant time)
      implements RestingOrder {

    @Override
    public String market() {
      return order.market();
    }

    @Override
    public boolean isMetBy(Tick at) {
      return true;
    }

    @Override
    public boolean canBeMetIn(PriceRange range) {
      return true;
    }
  }

  /**
   * A sale of units that came while nothing could fill: fills at the first good tick.
   *
   * @param order a sale
   */
  record WaitingSale(long id, String market, UnitOrder order, long tick, Instant time)
      implements RestingOrder {

    @Override
    public boolean isMetBy(Tick at) {
      return true;
    }

    @Override
    public boolean canBeMetIn(PriceRange range) {
      return true;
    }
  }
}
