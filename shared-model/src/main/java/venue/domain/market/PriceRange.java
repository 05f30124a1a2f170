package venue.domain.market;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Optional;
import venue.domain.Side;

/**
 * Between which prices and which values of the funding index some good ticks lay.
 *
 * @param lowest price, USDT
 * @param highest price, USDT
 * @param lowestIndex of {@code F}, USDT per base unit, rounded down to eight digits
 * @param highestIndex of {@code F}, USDT per base unit, rounded up to eight digits
 */
public record PriceRange(
    BigDecimal lowest, BigDecimal highest, BigDecimal lowestIndex, BigDecimal highestIndex) {
  private static final MathContext DOWN = new MathContext(8, RoundingMode.FLOOR);
  private static final MathContext UP = new MathContext(8, RoundingMode.CEILING);

  /** The range of one tick. */
  public static PriceRange of(Tick tick) {
    return of(tick.price(), tick.fundingIndex());
  }

  static PriceRange of(BigDecimal price, BigDecimal index) {
    return new PriceRange(price, price, index.round(DOWN), index.round(UP));
  }

  /** The range that holds both. */
  public PriceRange and(PriceRange other) {
    return new PriceRange(
        lowest.min(other.lowest),
        highest.max(other.highest),
        lowestIndex.min(other.lowestIndex),
        highestIndex.max(other.highestIndex));
  }

  /** The range that holds all that is there. */
  static Optional<PriceRange> union(Optional<PriceRange> one, Optional<PriceRange> other) {
    return one.map(range -> other.map(range::and).orElse(range)).or(() -> other);
  }

  /** The price that is worst for who holds a position on a side, USDT. */
  public BigDecimal worstPrice(Side side) {
    return side == Side.LONG ? lowest : highest;
  }

  /** The funding index that is worst for who holds a position on a side. */
  public BigDecimal worstIndex(Side side) {
    return side == Side.LONG ? highestIndex : lowestIndex;
  }
}
