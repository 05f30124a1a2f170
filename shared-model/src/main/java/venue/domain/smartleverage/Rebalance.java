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
 * A rebalance of a fund with every input, so that anyone can recompute it. Above the upper edge of
 * its band leverage is cut to the edge, at any good tick; below the lower edge it is raised to the
 * edge at a good tick within ten minutes of a raise time; within the band it is left alone. Trading
 * pays half the spread and the fee.
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
 * @param after the fund as it is
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
    Fund after) {

  /** What a rebalance does. */
  public enum Kind {
    /** Leverage was above the upper edge and is at it. */
    CUT,
    /** Leverage was below the lower edge and is at it. */
    RAISE,
    /** Nothing was left to the holders; a new series opens. */
    WIPE
  }

  /** The rebalance that is due at a tick; none if nothing is, or the tick is not good. */
  public static Optional<Rebalance> due(Fund fund, Market market, Tick tick) {
    if (tick.quality() != Quality.GOOD || !tick.time().isAfter(fund.time())) {
      return Optional.empty();
    }
    FundRule rule = market.fund();
    BigDecimal target = rule.target(tick.volatility().sigma(), fund.side());
    BigDecimal nav = fund.navAt(tick);
    BigDecimal leverage = fund.leverageAt(tick);
    BigDecimal notional = fund.exposure().abs().multiply(tick.price());
    BigDecimal c = market.fill().halfSpread().add(market.contract().orderFeeRate());
    if (nav.compareTo(c.multiply(notional)) <= 0) {
      Fund next = fund.nextSeries(target, tick);
      return Optional.of(record(Kind.WIPE, fund, tick, target, nav, nav, next));
    }
    if (leverage.compareTo(rule.upperEdge(target)) > 0) {
      return Optional.of(
          traded(
              Kind.CUT,
              fund,
              tick,
              target,
              cut(nav, notional, c, rule.upperEdge(target)),
              rule.upperEdge(target)));
    }
    boolean mayRaise = RaiseTimes.isNow(fund.name(), fund.time(), tick.time());
    if (mayRaise && leverage.compareTo(rule.lowerEdge(target)) < 0) {
      return Optional.of(
          traded(
              Kind.RAISE,
              fund,
              tick,
              target,
              raised(nav, notional, c, rule.lowerEdge(target)),
              rule.lowerEdge(target)));
    }
    return Optional.empty();
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
    Fund after = fund.withLeverage(edge, nav, tick);
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
        after);
  }
}
