package venue.domain.smartleverage;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import venue.domain.Rounding;
import venue.domain.Side;
import venue.domain.market.FundingRule;
import venue.domain.market.Market;
import venue.domain.market.Tick;

/**
 * A fund of Smart Leverage as of its last rebalance. Until the next, one unit holds a fixed
 * exposure, so its value follows from the price alone, whoever and however many hold it.
 *
 * @param name such as {@code BTC_USDT_LONG}
 * @param market the market it trades
 * @param side its direction
 * @param series 1 for the first; a new one opens when a series is wiped
 * @param epoch unit merges within the series so far; the first is 0
 * @param nav {@code NAVᵣ} of one unit at the rebalance, USDT
 * @param price {@code Pᵣ}, USDT
 * @param fundingIndex {@code Fᵣ}, USDT per base unit
 * @param time {@code tᵣ}, venue time
 * @param exposure {@code q} of one unit, signed base
 * @param managementFee {@code f}, per NAV and year
 * @param rebalances so far in this series
 * @param outlay of one unit up to the rebalance
 */
public record Fund(
    String name,
    String market,
    Side side,
    long series,
    long epoch,
    BigDecimal nav,
    BigDecimal price,
    BigDecimal fundingIndex,
    Instant time,
    BigDecimal exposure,
    BigDecimal managementFee,
    long rebalances,
    Outlay outlay) {
  private static final BigDecimal YEAR_MILLIS = BigDecimal.valueOf(Duration.ofDays(365).toMillis());

  /** A first series at a tick: one unit is worth one USDT, at the target leverage. */
  public static Fund open(Market market, Side side, Tick tick) {
    Fund uncommitted =
        new Fund(
            market.contract().fund(side),
            market.name(),
            side,
            1,
            0,
            BigDecimal.ONE,
            tick.price(),
            tick.fundingIndex(),
            tick.time(),
            BigDecimal.ZERO,
            market.fund().managementFee(),
            0,
            Outlay.NONE);
    return uncommitted.withLeverage(
        market.fund().policy(side).target(tick.volatility().sigma(), side), BigDecimal.ONE, tick);
  }

  /**
   * {@code NAV = NAVᵣ + q(P − Pᵣ) − q(F − Fᵣ) − f·NAVᵣ·(t − tᵣ)} of one unit, never below zero,
   * rounded down to 18 decimals, USDT.
   */
  public BigDecimal navAt(BigDecimal atPrice, BigDecimal atIndex, Instant at) {
    return unbounded(atPrice, atIndex, at)
        .max(BigDecimal.ZERO)
        .setScale(Rounding.NAV_SCALE, RoundingMode.FLOOR);
  }

  private BigDecimal feeAt(Instant at) {
    return managementFee
        .multiply(nav)
        .multiply(BigDecimal.valueOf(Math.max(0, Duration.between(time, at).toMillis())))
        .divide(YEAR_MILLIS, Rounding.NAV_SCALE, RoundingMode.CEILING);
  }

  /** NAV at a tick of one unit as it was before any merge, USDT. */
  public BigDecimal navOfFirstUnit(Tick tick) {
    return UnitMerge.units(navAt(tick), epoch);
  }

  /** What one unit of the first epoch has paid for management up to a moment, 18 decimals, USDT. */
  BigDecimal feeOfFirstUnit(Instant at) {
    return UnitMerge.units(outlay.fee().add(feeAt(at)), epoch);
  }

  /** By how much what one unit owes at a rebalance is more than it has; 0 if it is not, USDT. */
  BigDecimal shortfallAt(BigDecimal atPrice, BigDecimal atIndex, Instant at) {
    return unbounded(atPrice, atIndex, at).negate().max(BigDecimal.ZERO);
  }

  private BigDecimal unbounded(BigDecimal atPrice, BigDecimal atIndex, Instant at) {
    return nav.add(exposure.multiply(atPrice.subtract(price)))
        .subtract(FundingRule.payment(exposure, atIndex, fundingIndex))
        .subtract(feeAt(at));
  }

  /** What one unit has paid since the series began, up to a tick; 18 decimals, half-even. */
  Outlay outlayAt(Tick tick) {
    BigDecimal funding = FundingRule.payment(exposure, tick.fundingIndex(), fundingIndex);
    return outlay.plus(
        funding.setScale(Rounding.NAV_SCALE, RoundingMode.HALF_EVEN),
        feeAt(tick.time()),
        BigDecimal.ZERO);
  }

  /** The name under which the house counts the units of this series. */
  public String seriesName() {
    return name + "#" + series;
  }

  /** NAV of one unit at a tick, USDT. */
  public BigDecimal navAt(Tick tick) {
    return navAt(tick.price(), tick.fundingIndex(), tick.time());
  }

  /** Whether a tick leaves nothing to the holders. */
  public boolean isWipedAt(Tick tick) {
    return navAt(tick).signum() == 0;
  }

  /** Leverage at a tick, {@code |q|P / NAV}, to 12 decimals; 0 when nothing is left. */
  public BigDecimal leverageAt(Tick tick) {
    BigDecimal now = navAt(tick);
    return now.signum() == 0
        ? BigDecimal.ZERO
        : Rounding.shown(exposure.abs().multiply(tick.price()), now, Rounding.STATISTIC_SCALE);
  }

  /** So many units of this epoch as the house counts them: in units of the first epoch. */
  public BigDecimal inFirstUnits(BigDecimal units) {
    return UnitMerge.amount(units, epoch);
  }

  /** So many units of the first epoch, as the house counts them, in units of this one. */
  public BigDecimal ofFirstUnits(BigDecimal first) {
    return UnitMerge.units(first, epoch);
  }

  /** The fund with its units merged until one is no longer small. */
  Fund merged() {
    int merges = UnitMerge.due(nav);
    return merges == 0
        ? this
        : new Fund(
            name,
            market,
            side,
            series,
            epoch + merges,
            UnitMerge.amount(nav, merges),
            price,
            fundingIndex,
            time,
            UnitMerge.amount(exposure, merges),
            managementFee,
            rebalances,
            outlay.merged(merges));
  }

  /** The next series after this one was wiped at a tick: one unit is worth one USDT again. */
  Fund nextSeries(BigDecimal leverage, Tick tick) {
    Fund next =
        new Fund(
            name,
            market,
            side,
            series + 1,
            0,
            BigDecimal.ONE,
            tick.price(),
            tick.fundingIndex(),
            tick.time(),
            BigDecimal.ZERO,
            managementFee,
            0,
            Outlay.NONE);
    return next.withLeverage(leverage, BigDecimal.ONE, tick);
  }

  /**
   * The fund rebalanced at a tick to a leverage, its value carried over.
   *
   * @param leverage of the new exposure on the new NAV
   * @param newNav of one unit after what the rebalance cost, USDT
   */
  public Fund withLeverage(BigDecimal leverage, BigDecimal newNav, Tick tick) {
    BigDecimal newExposure =
        leverage
            .multiply(newNav)
            .divide(tick.price(), Rounding.NAV_SCALE, RoundingMode.DOWN)
            .multiply(side.sign());
    return withExposure(newExposure, newNav, tick);
  }

  /**
   * The fund rebalanced at a tick to an exposure.
   *
   * @param newExposure of one unit, signed base
   * @param newNav of one unit after what the rebalance cost, USDT
   */
  Fund withExposure(BigDecimal newExposure, BigDecimal newNav, Tick tick) {
    return new Fund(
        name,
        market,
        side,
        series,
        epoch,
        newNav,
        tick.price(),
        tick.fundingIndex(),
        tick.time(),
        newExposure,
        managementFee,
        rebalances + 1,
        outlayAt(tick).plus(BigDecimal.ZERO, BigDecimal.ZERO, navAt(tick).subtract(newNav)));
  }
}
