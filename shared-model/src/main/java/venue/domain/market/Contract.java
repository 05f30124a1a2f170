package venue.domain.market;

import java.math.BigDecimal;
import venue.domain.Side;

/**
 * What one futures contract is.
 *
 * @param name base and settlement currency, such as {@code BTC_USDT}
 * @param quantoMultiplier base amount of one contract
 * @param priceStep prices lie on multiples of it, USDT
 * @param sizeMin the fewest contracts of one order
 * @param sizeMax the most contracts of one order
 * @param leverageMin the lowest leverage a user may choose
 * @param leverageMax the highest leverage a user may choose
 * @param leverageDefault the leverage of a position whose user has chosen none
 * @param takerFeeRate what closing is reckoned to cost, per notional: part of margin and
 *     maintenance
 * @param orderFeeRate what an order is charged, per notional
 * @param liquidationFeeRate what a liquidation is charged, per notional
 * @param tiers maintenance rates by notional
 */
public record Contract(
    String name,
    BigDecimal quantoMultiplier,
    BigDecimal priceStep,
    long sizeMin,
    long sizeMax,
    int leverageMin,
    int leverageMax,
    int leverageDefault,
    BigDecimal takerFeeRate,
    BigDecimal orderFeeRate,
    BigDecimal liquidationFeeRate,
    TierTable tiers) {
  private static final BigDecimal PRICE_DEVIATION = new BigDecimal("0.5");

  /** How far from the market's price the price of an order may be, per price. */
  public BigDecimal priceDeviation() {
    return PRICE_DEVIATION;
  }

  /** {@code q}: the signed base amount of a signed number of contracts. */
  public BigDecimal base(long size) {
    return quantoMultiplier.multiply(BigDecimal.valueOf(size));
  }

  /** Maintenance margin of a position of so many contracts at a price, USDT. */
  public BigDecimal maintenance(long size, BigDecimal price) {
    return tiers.maintenance(base(Math.abs(size)).multiply(price), takerFeeRate);
  }

  /** The name of the fund of this market in a direction, such as {@code BTC_USDT_LONG}. */
  public String fund(Side direction) {
    return name + "_" + direction;
  }
}
