package venue.domain.house;

import java.math.BigDecimal;
import java.util.List;
import venue.domain.smartleverage.Fund;
import venue.domain.smartleverage.Rebalance;

/**
 * The part that a fund has in what the house stands against.
 *
 * @param units that users hold
 * @param exposure of them, signed base
 * @param insurance of the fund, USDT
 * @param flow what its rebalances have traded for the units outstanding now, signed base
 */
public record FundExposure(
    Fund fund, BigDecimal units, BigDecimal exposure, BigDecimal insurance, BigDecimal flow) {

  /**
   * That of a fund.
   *
   * @param recent its rebalances that count for the flow
   */
  public static FundExposure of(Fund fund, HouseBooks books, List<Rebalance> recent) {
    BigDecimal units = books.unitsOf(fund);
    BigDecimal traded =
        recent.stream()
            .filter(done -> done.after().series() == fund.series())
            .map(Rebalance::traded)
            .reduce(BigDecimal.ZERO, BigDecimal::add);
    return new FundExposure(
        fund,
        units,
        units.multiply(fund.exposure()),
        books.potOf(fund.name()),
        traded.multiply(fund.inFirstUnits(units)));
  }
}
