package venue.domain.futures;

import venue.domain.Side;

/**
 * Where in an account a position is held: one slot a market in one-way mode, one a market and side
 * in hedge mode.
 *
 * @param market the contract's name
 */
public record Slot(String market, Mode mode) implements Comparable<Slot> {

  /** Which positions a slot takes. */
  public enum Mode {
    /** Long or short: the market's only slot. */
    SINGLE,
    /** Long, beside the market's short one. */
    DUAL_LONG,
    /** Short, beside the market's long one. */
    DUAL_SHORT
  }

  /** The only slot of a market in one-way mode. */
  public static Slot single(String market) {
    return new Slot(market, Mode.SINGLE);
  }

  /** One of the two slots of a market in hedge mode. */
  public static Slot dual(String market, Side side) {
    return new Slot(market, side == Side.LONG ? Mode.DUAL_LONG : Mode.DUAL_SHORT);
  }

  /** Whether the other one is the market's other slot in hedge mode. */
  public boolean isBeside(Slot other) {
    return market.equals(other.market) && mode != Mode.SINGLE && mode != other.mode;
  }

  @Override
  public int compareTo(Slot other) {
    int byMarket = market.compareTo(other.market);
    return byMarket != 0 ? byMarket : mode.compareTo(other.mode);
  }
}
