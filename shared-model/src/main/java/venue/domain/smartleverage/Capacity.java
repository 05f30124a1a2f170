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
  private static final int CENTS = 2;

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
   * For how much units of a fund could be bought now, fee not counted, rounded down to cents, USDT:
   * what the reserve and the caps on skew leave, divided by leverage. Other figures that an order
   * depends on may allow less. None if the tick has no figures, or the fund no exposure.
   */
  public Optional<BigDecimal> amount(Fund fund) {
    BigDecimal leverage = fund.leverageAt(tick);
    return leverage.signum() == 0
        ? Optional.empty()
        : base(fund.side())
            .map(
                room ->
                    room.min(underCaps(fund))
                        .multiply(tick.price())
                        .divide(leverage, CENTS, RoundingMode.DOWN));
  }

  private BigDecimal underCaps(Fund fund) {
    BigDecimal held =
        tick.house()
            .map(house -> house.units(fund.side()).multiply(fund.exposure().abs()))
            .orElse(BigDecimal.ZERO);
    BigDecimal byValue =
        market.caps().skewValue().divide(tick.price(), Rounding.STATISTIC_SCALE, RoundingMode.DOWN);
    return market
        .contract()
        .base(market.caps().skew())
        .min(byValue)
        .subtract(held)
        .max(BigDecimal.ZERO);
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
