package venue.domain.smartleverage;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;
import venue.domain.Rounding;
import venue.domain.Side;
import venue.domain.market.Market;
import venue.domain.market.Tick;

/**
 * How much more exposure the house can bear against the funds of a market, by the figures that the
 * tick was published with. What enlarges users' net exposure asks for the house's reserve; a tick
 * without figures sets no limit.
 */
public record Capacity(Market market, Tick tick) {
  private static final int CENTS = 2;
  private static final BigDecimal LEAST_RAISE = new BigDecimal("0.01");

  /** That of a market at a tick. */
  public static Capacity of(Market market, Tick tick) {
    return new Capacity(market, tick);
  }

  /**
   * The leverage to which a fund may be raised: as asked, or as far as the reserve covers it with
   * all the units that users hold; none if that is less than a hundredth.
   *
   * @param leverage of the fund now
   * @param asked by its policy, above that
   */
  Optional<BigDecimal> raise(Fund fund, BigDecimal leverage, BigDecimal asked) {
    BigDecimal worth =
        tick.house()
            .map(house -> house.units(fund.side()).multiply(fund.navAt(tick)))
            .orElse(BigDecimal.ZERO);
    Optional<BigDecimal> room = base(fund.side());
    if (room.isEmpty() || worth.signum() == 0) {
      return Optional.of(asked);
    }
    BigDecimal more =
        room.get()
            .multiply(tick.price())
            .divide(worth, Rounding.STATISTIC_SCALE, RoundingMode.DOWN);
    BigDecimal most = leverage.add(more);
    return asked.compareTo(most) <= 0
        ? Optional.of(asked)
        : Optional.of(most).filter(bounded -> more.compareTo(LEAST_RAISE) >= 0);
  }

  /**
   * For how much units of a fund could be bought now, fee not counted, rounded down to cents, USDT:
   * what the reserve and the caps on skew leave to all of a market, divided by leverage. One order
   * may have its shard's part of that at most, and none while leverage is above its band. None if
   * the tick has no figures, or the fund no exposure.
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
