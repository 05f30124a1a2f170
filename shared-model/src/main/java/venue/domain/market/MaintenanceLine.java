package venue.domain.market;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * The line of maintenance margin of one tier, {@code r·N − d} of a notional {@code N}, and the
 * notionals for which it is the highest of a contract's lines, so that it is in force.
 *
 * @param tier index of the tier, from 0
 * @param rate {@code r}: the tier's maintenance rate plus the taker fee
 * @param deduction {@code d}, USDT
 * @param from the notional at which it begins to be in force, USDT; 0 for the first tier
 * @param to the notional up to which it is in force, USDT; none: the last tier's has no end
 */
public record MaintenanceLine(
    int tier, BigDecimal rate, BigDecimal deduction, BigDecimal from, Optional<BigDecimal> to) {

  /** The line of a contract's tier, by its index from 0. */
  public static MaintenanceLine of(Contract contract, int tier) {
    TierTable table = contract.tiers();
    Tier row = table.tiers().get(tier);
    boolean last = tier == table.tiers().size() - 1;
    return new MaintenanceLine(
        tier,
        row.maintenanceRate().add(contract.takerFeeRate()),
        row.deduction(),
        tier == 0 ? BigDecimal.ZERO : table.tiers().get(tier - 1).riskLimit(),
        last ? Optional.empty() : Optional.of(row.riskLimit()));
  }

  /** The line that is in force at a notional (USDT, not negative). */
  public static MaintenanceLine inForce(Contract contract, BigDecimal notional) {
    TierTable table = contract.tiers();
    return of(contract, table.tiers().indexOf(table.tierOf(notional)));
  }

  /** {@code r·N − d}, exact, USDT. */
  public BigDecimal at(BigDecimal notional) {
    return rate.multiply(notional).subtract(deduction);
  }
}
