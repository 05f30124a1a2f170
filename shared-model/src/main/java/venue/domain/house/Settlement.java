package venue.domain.house;

import java.math.BigDecimal;

/**
 * Who gets and who pays what when a trade settles. No user pays more than the margin the trade
 * frees: insurance pays the rest as far as it goes, then the house bears it.
 *
 * @param user change of the user's cash, USDT
 * @param house change of the house's cash, USDT
 * @param fees change of the fees, USDT
 * @param insurance change of the insurance, USDT, never positive
 */
public record Settlement(BigDecimal user, BigDecimal house, BigDecimal fees, BigDecimal insurance) {

  /**
   * Settles a realised result.
   *
   * @param result what the user's trade won (negative: lost), fee not counted, USDT
   * @param fee not negative, USDT
   * @param atStake the most the user can lose by it, fee included, USDT
   * @param insured what the insurance holds, USDT
   */
  public static Settlement of(
      BigDecimal result, BigDecimal fee, BigDecimal atStake, BigDecimal insured) {
    BigDecimal uncovered = result.subtract(fee).add(atStake).negate().max(BigDecimal.ZERO);
    BigDecimal fromInsurance = uncovered.min(insured.max(BigDecimal.ZERO));
    return new Settlement(
        result.subtract(fee).add(uncovered),
        result.negate().subtract(uncovered).add(fromInsurance),
        fee,
        fromInsurance.negate());
  }
}
