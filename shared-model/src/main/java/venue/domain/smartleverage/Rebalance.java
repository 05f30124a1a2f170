package venue.domain.smartleverage;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.Optional;
import venue.domain.Rounding;
import venue.domain.market.Market;
import venue.domain.market.Tick;
import venue.domain.market.Tick.Quality;

/**
 * A rebalance of a fund with every input, so that anyone can recompute it. Where leverage goes is
 * the fund's policy; trading pays half the spread and the fee.
 *
 * @param kind what was done
 * @param tick the sequence of the tick it happened at
 * @param time of that tick, venue time
 * @param price {@code P}, USDT
 * @param fundingIndex {@code F}
 * @param sigma {@code σ̂}, per year
 * @param target {@code L*}
 * @param navBefore of one unit, before the cost, USDT
 * @param leverageBefore of the fund
 * @param cost of one unit, USDT
 * @param before the fund as it was
 * @param after the fund as it is, its units merged if they had become small
 * @param deleverage why the fund was deleveraged, if it was
 */
public record Rebalance(
    Kind kind,
    long tick,
    Instant time,
    BigDecimal price,
    BigDecimal fundingIndex,
    BigDecimal sigma,
    BigDecimal target,
    BigDecimal navBefore,
    BigDecimal leverageBefore,
    BigDecimal cost,
    Fund before,
    Fund after,
    Optional<FundDeleverage> deleverage) {

  /** What a rebalance does. */
  public enum Kind {
    /** Leverage was taken off. */
    CUT,
    /** Leverage was added. */
    RAISE,
    /** Nothing was left to the holders; a new series opens. */
    WIPE,
    /** Exposure was taken back, at no cost, to protect the house. */
    DELEVERAGE
  }

  /** The rebalance that is due at a tick; none if nothing is, or the tick is not good. */
  public static Optional<Rebalance> due(Fund fund, Market market, Tick tick) {
    if (!mayTrade(fund, tick)) {
      return Optional.empty();
    }
    LeveragePolicy policy = market.fund().policy(fund.side());
    BigDecimal target = target(fund, market, tick);
    BigDecimal nav = fund.navAt(tick);
    BigDecimal notional = fund.exposure().abs().multiply(tick.price());
    BigDecimal c = costRate(market);
    if (nav.compareTo(c.multiply(notional)) <= 0) {
      Fund next = fund.nextSeries(target, tick);
      return Optional.of(record(Kind.WIPE, fund, tick, target, nav, nav, next));
    }
    BigDecimal leverage = fund.leverageAt(tick);
    return policy
        .next(Drift.of(fund, tick))
        .flatMap(
            next ->
                next.compareTo(leverage) < 0
                    ? Optional.of(next)
                    : Capacity.of(market, tick).raise(fund, leverage, next))
        .map(
            next ->
                next.compareTo(leverage) < 0
                    ? traded(Kind.CUT, fund, tick, target, cut(nav, notional, c, next), next)
                    : traded(Kind.RAISE, fund, tick, target, raised(nav, notional, c, next), next));
  }

  /**
   * The rebalance that takes a fund's exposure back to protect the house; none if the fund has
   * nothing to give or was rebalanced at this tick already.
   */
  public static Optional<Rebalance> deleveraged(
      Fund fund, Market market, Tick tick, FundDeleverage why) {
    if (!mayTrade(fund, tick) || why.units().signum() <= 0 || fund.exposure().signum() == 0) {
      return Optional.empty();
    }
    BigDecimal nav = fund.navAt(tick);
    Fund after = fund.withExposure(why.exposureAfter(fund, market.contract()), nav, tick).merged();
    return Optional.of(
        new Rebalance(
            Kind.DELEVERAGE,
            tick.sequence(),
            tick.time(),
            tick.price(),
            tick.fundingIndex(),
            tick.volatility().sigma(),
            target(fund, market, tick),
            nav,
            fund.leverageAt(tick),
            BigDecimal.ZERO,
            fund,
            after,
            Optional.of(why)));
  }

  private static boolean mayTrade(Fund fund, Tick tick) {
    return tick.quality() == Quality.GOOD && tick.time().isAfter(fund.time());
  }

  private static BigDecimal target(Fund fund, Market market, Tick tick) {
    return market.fund().policy(fund.side()).target(tick.volatility().sigma(), fund.side());
  }

  /** By how much one unit of the fund as it was owed more than it had, USDT; 0 but at a wipe. */
  public BigDecimal shortfall() {
    return before.shortfallAt(price, fundingIndex, time);
  }

  /**
   * What was traded for one unit of the series' first epoch, signed base; 0 at a wipe, which ends
   * the series.
   */
  public BigDecimal traded() {
    return kind == Kind.WIPE
        ? BigDecimal.ZERO
        : UnitMerge.units(after.exposure(), after.epoch())
            .subtract(UnitMerge.units(before.exposure(), before.epoch()));
  }

  /** Leverage of the fund after it. */
  public BigDecimal leverageAfter() {
    return Rounding.shown(
        after.exposure().abs().multiply(price), after.nav(), Rounding.STATISTIC_SCALE);
  }

  /** {@code c}: what trading costs a fund, half the spread and the fee, per notional. */
  static BigDecimal costRate(Market market) {
    return market.fill().halfSpread().add(market.contract().orderFeeRate());
  }

  // NAV' = NAV − c(|q|P − U·NAV'), solved for NAV'.
  private static BigDecimal cut(
      BigDecimal nav, BigDecimal notional, BigDecimal c, BigDecimal edge) {
    return nav.subtract(c.multiply(notional))
        .divide(BigDecimal.ONE.subtract(c.multiply(edge)), Rounding.NAV_SCALE, RoundingMode.FLOOR);
  }

  // NAV' = NAV − c(L·NAV' − |q|P), solved for NAV'.
  private static BigDecimal raised(
      BigDecimal nav, BigDecimal notional, BigDecimal c, BigDecimal edge) {
    return nav.add(c.multiply(notional))
        .divide(BigDecimal.ONE.add(c.multiply(edge)), Rounding.NAV_SCALE, RoundingMode.FLOOR);
  }

  private static Rebalance traded(
      Kind kind, Fund fund, Tick tick, BigDecimal target, BigDecimal nav, BigDecimal edge) {
    Fund after = fund.withLeverage(edge, nav, tick).merged();
    return record(
        kind, fund, tick, target, fund.navAt(tick), fund.navAt(tick).subtract(nav), after);
  }

  private static Rebalance record(
      Kind kind,
      Fund before,
      Tick tick,
      BigDecimal target,
      BigDecimal nav,
      BigDecimal cost,
      Fund after) {
    return new Rebalance(
        kind,
        tick.sequence(),
        tick.time(),
        tick.price(),
        tick.fundingIndex(),
        tick.volatility().sigma(),
        target,
        nav,
        before.leverageAt(tick),
        cost,
        before,
        after,
        Optional.empty());
  }
}
