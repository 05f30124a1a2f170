package venue.domain.smartleverage;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;
import venue.domain.Rounding;
import venue.domain.Side;
import venue.domain.market.HouseFigures;
import venue.domain.market.Market;
import venue.domain.market.Tick;

/**
 * How much more exposure the house can bear against the funds of a market, by the figures that the
 * tick was published with. What enlarges users' net exposure asks for the house's reserve; a tick
 * without figures sets no limit.
 */
public record Capacity(Market market, Tick tick) {

  /** That of a market at a tick. */
  public static Capacity of(Market market, Tick tick) {
    return new Capacity(market, tick);
  }

  /** Whether a fund may have another exposure, with all the units that users hold. */
  boolean allows(Fund before, Fund after) {
    return tick.house().map(house -> allows(house, before, after)).orElse(true);
  }

  private boolean allows(HouseFigures house, Fund before, Fund after) {
    BigDecimal change =
        UnitMerge.units(after.exposure(), after.epoch() - before.epoch())
            .subtract(before.exposure())
            .multiply(house.units(before.side()));
    BigDecimal skew = tick.skew().add(change);
    return skew.abs().compareTo(tick.skew().abs()) <= 0
        || market.solvency().covers(house.equity(), skew, tick.price());
  }

  /**
   * How much more a direction may hold before the reserve is used up, base, not negative: {@code
   * equity/(reserveRate·P) − s·skew}; none if the tick has no figures.
   */
  public Optional<BigDecimal> base(Side side) {
    return tick.houseEquity()
        .map(
            equity ->
                equity
                    .divide(
                        market.solvency().reserveRate().multiply(tick.price()),
                        Rounding.STATISTIC_SCALE,
                        RoundingMode.FLOOR)
                    .subtract(tick.skew().multiply(side.sign()))
                    .max(BigDecimal.ZERO));
  }
}
