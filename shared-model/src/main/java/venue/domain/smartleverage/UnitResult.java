package venue.domain.smartleverage;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;
import venue.domain.Rounding;
import venue.domain.market.Tick;

/**
 * What the result of a holding is made of, USDT, 12 decimals: its parts add up to it exactly.
 *
 * @param marketMove what a fixed position of the exposure that was bought would have made of the
 *     price
 * @param rebalancing what following the rule made better or worse than that
 * @param trading spread and fee of buying, and the cost of rebalances
 * @param funding paid (negative) or received
 * @param management fee, not positive
 */
public record UnitResult(
    BigDecimal marketMove,
    BigDecimal rebalancing,
    BigDecimal trading,
    BigDecimal funding,
    BigDecimal management) {

  /** What a holding is worth at a tick less what was paid for it, USDT. */
  public static BigDecimal total(Holding holding, Fund fund, Tick tick) {
    return value(holding, fund, tick).subtract(holding.paid());
  }

  /** What a holding is worth at a tick, USDT; 0 in a series that was wiped. */
  public static BigDecimal value(Holding holding, Fund fund, Tick tick) {
    return holding.series() == fund.series()
        ? holding
            .at(fund)
            .units()
            .multiply(fund.navAt(tick))
            .setScale(Rounding.CASH_SCALE, RoundingMode.FLOOR)
        : BigDecimal.ZERO;
  }

  /** The parts at a tick; none of a series that was wiped, or if it is not known how it began. */
  public static Optional<UnitResult> of(Holding holding, Fund fund, Tick tick) {
    return holding
        .basis()
        .filter(known -> holding.series() == fund.series())
        .map(basis -> of(basis, holding, fund, tick));
  }

  private static UnitResult of(Basis basis, Holding holding, Fund fund, Tick tick) {
    Outlay now = fund.outlayAt(tick);
    BigDecimal units = holding.at(fund).units();
    BigDecimal marketMove =
        rounded(basis.exposure().multiply(tick.price()).subtract(basis.exposureValue()));
    BigDecimal funding = paid(units, now.funding(), basis.outlay().funding());
    BigDecimal management = paid(units, now.fee(), basis.outlay().fee());
    BigDecimal trading =
        paid(units, now.cost(), basis.outlay().cost())
            .add(rounded(basis.value().subtract(holding.paid())));
    BigDecimal rest =
        total(holding, fund, tick)
            .subtract(marketMove)
            .subtract(funding)
            .subtract(management)
            .subtract(trading);
    return new UnitResult(marketMove, rest, trading, funding, management);
  }

  private static BigDecimal paid(BigDecimal units, BigDecimal now, BigDecimal before) {
    return rounded(before.subtract(units.multiply(now)));
  }

  private static BigDecimal rounded(BigDecimal exact) {
    return exact.setScale(Rounding.CASH_SCALE, RoundingMode.HALF_EVEN);
  }
}
