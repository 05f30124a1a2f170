package venue.domain.market;

import java.math.BigDecimal;

/**
 * One step of a tier table: its line of maintenance margin is {@code r·|q|·P − d}.
 *
 * @param riskLimit the notional up to which the tier reaches, USDT
 * @param initialRate initial margin per notional
 * @param maintenanceRate maintenance margin per notional, without the taker fee
 * @param leverageMax the highest leverage within the tier
 * @param deduction {@code d}: what keeps the lines of neighbouring tiers joined, USDT
 */
public record Tier(
    BigDecimal riskLimit,
    BigDecimal initialRate,
    BigDecimal maintenanceRate,
    int leverageMax,
    BigDecimal deduction) {

  /**
   * The deduction of a tier that begins at a notional: {@code floor·(r − r_before) + d_before}.
   *
   * @param floor where the tier begins, USDT: the risk limit of the tier before
   */
  public static BigDecimal deduction(
      BigDecimal floor, BigDecimal rate, BigDecimal rateBefore, BigDecimal deductionBefore) {
    return floor.multiply(rate.subtract(rateBefore)).add(deductionBefore);
  }
}
