package venue.domain.audit;

import java.math.BigDecimal;

/**
 * The second identity: what everybody has is what was paid in and not out. All in USDT, at the
 * latest ticks when the audit began.
 *
 * @param users users' cash with unrealised profit and accrued funding
 * @param units units × NAV
 * @param house the house's cash less what it would owe if everybody closed, from its own sums
 * @param insurance of all markets and funds
 * @param fees earned
 * @param paidIn deposits less withdrawals, the operator's included
 */
public record Equity(
    BigDecimal users,
    BigDecimal units,
    BigDecimal house,
    BigDecimal insurance,
    BigDecimal fees,
    BigDecimal paidIn) {

  /** Nothing. */
  public static final Equity NONE =
      new Equity(
          BigDecimal.ZERO,
          BigDecimal.ZERO,
          BigDecimal.ZERO,
          BigDecimal.ZERO,
          BigDecimal.ZERO,
          BigDecimal.ZERO);

  /** The sum of two parts. */
  public Equity plus(Equity other) {
    return new Equity(
        users.add(other.users),
        units.add(other.units),
        house.add(other.house),
        insurance.add(other.insurance),
        fees.add(other.fees),
        paidIn.add(other.paidIn));
  }

  /** By how much it fails; zero if it holds. */
  public BigDecimal gap() {
    return users.add(units).add(house).add(insurance).add(fees).subtract(paidIn);
  }
}
