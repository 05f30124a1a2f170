package venue.domain.market;

import java.math.BigDecimal;
import java.math.RoundingMode;
import venue.domain.Rounding;

/**
 * How much was traded: every fill of an order and every liquidation, each counted once.
 *
 * @param contracts not negative
 * @param value at the fill prices, USDT, not negative, 12 decimals
 */
public record Traded(long contracts, BigDecimal value) {
  /** Nothing. */
  public static final Traded NONE = new Traded(0, BigDecimal.ZERO);

  /**
   * One trade.
   *
   * @param size contracts, negative: sold
   * @param price of the fill, USDT
   */
  public static Traded of(Contract contract, long size, BigDecimal price) {
    long contracts = Math.abs(size);
    BigDecimal value = contract.base(contracts).multiply(price);
    return new Traded(contracts, value.setScale(Rounding.STATISTIC_SCALE, RoundingMode.HALF_EVEN));
  }

  /** Both together. */
  public Traded plus(Traded other) {
    return new Traded(contracts + other.contracts, value.add(other.value));
  }

  /** What was traded since there was as much as {@code before}. */
  public Traded since(Traded before) {
    return new Traded(contracts - before.contracts, value.subtract(before.value));
  }
}
