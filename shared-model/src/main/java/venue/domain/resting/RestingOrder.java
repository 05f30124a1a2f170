package venue.domain.resting;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import venue.domain.Side;
import venue.domain.futures.FuturesOrder;
import venue.domain.futures.Limit;
import venue.domain.futures.PositionMode;
import venue.domain.futures.Slot;
import venue.domain.market.Tick;
import venue.domain.smartleverage.UnitOrder;

/**
 * An order that is kept until a good tick after its acceptance lets it fill, at that tick's price.
 */
public sealed interface RestingOrder {
  /** For so long an order that adds risk waits for a good tick. */
  Duration LONGEST_WAIT = Duration.ofMinutes(5);

  /** Rises with time. */
  long id();

  /** The market whose ticks it waits for. */
  String market();

  /** The slot whose position it meets in an account of a mode; none of an order for units. */
  default Optional<Slot> slot(PositionMode mode) {
    return Optional.empty();
  }

  /** The sequence of the tick at which it was accepted; only later ones count. */
  long tick();

  /** When it was accepted, venue time. */
  Instant time();

  /** When it was last changed, or accepted, venue time: prices from before do not fill it. */
  default Instant updated() {
    return time();
  }

  /** The price of a good tick that lets it fill, as far as the price alone can tell. */
  Trigger trigger();

  /** What is set aside for it while it rests, USDT; 0 of what only takes risk away. */
  default BigDecimal margin() {
    return BigDecimal.ZERO;
  }

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
   * @param tick of its acceptance, or of its last amendment
   * @param time of its acceptance
   * @param updated when it was last amended, or accepted
   */
  record PriceOrder(
      long id,
      FuturesOrder order,
      Side closes,
      Trigger trigger,
      Optional<Instant> expires,
      long tick,
      Instant time,
      Instant updated)
      implements RestingOrder {

    /** A price order as it was accepted. */
    public PriceOrder(
        long id,
        FuturesOrder order,
        Side closes,
        Trigger trigger,
        Optional<Instant> expires,
        long tick,
        Instant time) {
      this(id, order, closes, trigger, expires, tick, time, time);
    }

    @Override
    public String market() {
      return order.market();
    }

    @Override
    public Optional<Slot> slot(PositionMode mode) {
      return Optional.of(
          mode == PositionMode.ONE_WAY
              ? Slot.single(order.market())
              : Slot.dual(order.market(), closes));
    }
  }

  /** A futures order that rests under its own id. */
  sealed interface RestingFutures extends RestingOrder {

    /** As its client gave it. */
    FuturesOrder order();

    @Override
    default String market() {
      return order().market();
    }

    @Override
    default Optional<Slot> slot(PositionMode mode) {
      return mode.slot(order()).fold(Optional::of, refusal -> Optional.empty());
    }
  }

  /**
   * A limit order: fills when its fill price at a tick is within its limit, at that fill price.
   *
   * @param order has a limit
   * @param trigger what its limit and half the spread make of a price
   * @param margin what opening by it would take at its limit, fee included, USDT
   * @param tick of its acceptance, of its last amendment, or of a later one that it has been looked
   *     at up to
   * @param time of its acceptance
   * @param updated when it was last amended, or accepted
   */
  record LimitOrder(
      long id,
      FuturesOrder order,
      Trigger trigger,
      BigDecimal margin,
      long tick,
      Instant time,
      Instant updated)
      implements RestingFutures {

    /** The same order once it has been looked at up to a tick, that tick included. */
    public LimitOrder lookedAt(long sequence) {
      return new LimitOrder(id, order, trigger, margin, sequence, time, updated);
    }

    /** Whether it buys. */
    public boolean buys() {
      return trigger.rule() == Trigger.Rule.AT_MOST;
    }

    /** Its limit. */
    public Limit limit() {
      return order.limit().orElseThrow();
    }
  }

  /**
   * An order that fills at the first good tick or never: one that came while nothing could fill,
   * which then only reduces, or any in a market in which every order waits.
   *
   * @param order without a limit, or with one that it is to meet at that tick
   * @param margin what opening by it would have taken when it came, fee included, USDT
   */
  record WaitingOrder(long id, FuturesOrder order, BigDecimal margin, long tick, Instant time)
      implements RestingFutures {

    /** What may open does not wait for long. */
    @Override
    public Optional<Instant> expires() {
      return margin.signum() > 0 ? Optional.of(time.plus(LONGEST_WAIT)) : Optional.empty();
    }

    /** One that only reduces. */
    public WaitingOrder(long id, FuturesOrder order, long tick, Instant time) {
      this(id, order, BigDecimal.ZERO, tick, time);
    }

    @Override
    public Trigger trigger() {
      return Trigger.ANY_PRICE;
    }
  }

  /**
   * An order for units that fills at the first good tick: a sale that came while nothing could
   * fill, or any in a market in which every order waits.
   *
   * @param margin what a purchase spends, USDT; 0 of a sale
   * @param epoch unit merges that the order's numbers account for
   */
  record WaitingUnitOrder(
      long id,
      String market,
      UnitOrder order,
      BigDecimal margin,
      long epoch,
      long tick,
      Instant time)
      implements RestingOrder {

    /** A purchase does not wait for long. */
    @Override
    public Optional<Instant> expires() {
      return buys() ? Optional.of(time.plus(LONGEST_WAIT)) : Optional.empty();
    }

    /** A sale in units that were never merged. */
    public WaitingUnitOrder(long id, String market, UnitOrder order, long tick, Instant time) {
      this(id, market, order, BigDecimal.ZERO, 0, tick, time);
    }

    /** Whether it spends cash, and so adds risk. */
    public boolean buys() {
      return order instanceof UnitOrder.Buy;
    }

    @Override
    public Trigger trigger() {
      return Trigger.ANY_PRICE;
    }
  }
}
