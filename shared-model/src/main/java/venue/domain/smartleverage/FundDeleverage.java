package venue.domain.smartleverage;

import java.math.BigDecimal;
import java.math.RoundingMode;
import venue.domain.Rounding;
import venue.domain.house.Deficit;
import venue.domain.market.Contract;

/**
 * Why and how far a fund's exposure is taken back to protect the house, once no winner is left to
 * be closed. It happens at exactly the tick's price and costs the holders nothing: NAV stays, they
 * only have less leverage.
 *
 * @param step the market's number of this closing
 * @param deficit that the house has before it, on the fund's side
 * @param units that users hold of the fund's series, positive
 */
public record FundDeleverage(long step, Deficit deficit, BigDecimal units) {

  /**
   * {@code q' = q − s·X/units}, {@code X} what the deficit asks to close, at most all; rounded
   * towards zero to 18 decimals, base.
   */
  BigDecimal exposureAfter(Fund fund, Contract contract) {
    BigDecimal taken =
        contract
            .base(deficit.contracts())
            .divide(units, Rounding.NAV_SCALE, RoundingMode.UP)
            .min(fund.exposure().abs());
    return fund.exposure().subtract(taken.multiply(fund.side().sign()));
  }
}
