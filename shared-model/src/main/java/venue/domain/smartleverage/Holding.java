package venue.domain.smartleverage;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;
import venue.domain.market.Tick;

/**
 * An account's units of one series of a fund.
 *
 * @param fund the fund's name
 * @param series the units belong to
 * @param epoch unit merges the number of units accounts for
 * @param units to 8 decimals, and 3 more for each merge
 * @param paid what the units cost, fees included; falls in proportion when units are sold, USDT
 * @param updateTime venue time
 * @param basis how the units stood when they were bought; none if that was not kept yet then
 */
public record Holding(
    String fund,
    long series,
    long epoch,
    BigDecimal units,
    BigDecimal paid,
    Instant updateTime,
    Optional<Basis> basis) {

  /** The same units with the merges behind them that the fund has; of its series. */
  public Holding at(Fund now) {
    return now.epoch() == epoch
        ? this
        : new Holding(
            fund,
            series,
            now.epoch(),
            UnitMerge.units(units, now.epoch() - epoch),
            paid,
            updateTime,
            basis);
  }

  /** The units as they were before any merge. */
  public BigDecimal firstUnits() {
    return UnitMerge.amount(units, epoch);
  }

  /** The signed base exposure of the units in a fund; 0 in another fund or series. */
  public BigDecimal exposureIn(Fund of) {
    return of.name().equals(fund) && of.series() == series
        ? at(of).units.multiply(of.exposure())
        : BigDecimal.ZERO;
  }

  /** After units were bought (positive) or sold (negative) at a tick. */
  Holding traded(BigDecimal change, BigDecimal paidNow, Fund at, Tick tick, Instant now) {
    BigDecimal left = units.add(change);
    Optional<Basis> after =
        change.signum() > 0
            ? (units.signum() == 0 ? Optional.of(Basis.NONE) : basis)
                .map(before -> before.bought(change, at, tick))
            : basis.map(before -> before.kept(left, units));
    return new Holding(at.name(), at.series(), at.epoch(), left, paidNow, now, after);
  }

  /** No units of a fund's present series. */
  public static Holding none(Fund fund) {
    return new Holding(
        fund.name(),
        fund.series(),
        fund.epoch(),
        BigDecimal.ZERO,
        BigDecimal.ZERO,
        Instant.EPOCH,
        Optional.of(Basis.NONE));
  }
}
