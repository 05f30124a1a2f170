package venue.domain.smartleverage;

import java.math.BigDecimal;

/**
 * What one unit of a series has paid since the series began, USDT; its NAV is after all of it.
 *
 * @param funding {@code Σ q(F − F₀)}; negative: received
 * @param fee for management
 * @param cost of rebalances
 */
public record Outlay(BigDecimal funding, BigDecimal fee, BigDecimal cost) {
  /** At a series' beginning. */
  public static final Outlay NONE = new Outlay(BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO);

  /** That of one unit after so many merges. */
  Outlay merged(int merges) {
    return new Outlay(
        UnitMerge.amount(funding, merges),
        UnitMerge.amount(fee, merges),
        UnitMerge.amount(cost, merges));
  }

  /** With more of each. */
  Outlay plus(BigDecimal moreFunding, BigDecimal moreFee, BigDecimal moreCost) {
    return new Outlay(funding.add(moreFunding), fee.add(moreFee), cost.add(moreCost));
  }
}
