package venue.domain.market;

import java.math.BigDecimal;
import java.util.Map;
import venue.domain.Side;

/**
 * What a tick was published with of the house, so that what was decided by it can be recomputed.
 *
 * @param equity in the market when the tick was taken, at its price, USDT
 * @param units that users held of the series of each fund
 * @param pots of the funds' own insurance, USDT
 */
public record HouseFigures(
    BigDecimal equity, Map<Side, BigDecimal> units, Map<Side, BigDecimal> pots) {

  public HouseFigures {
    units = Map.copyOf(units);
    pots = Map.copyOf(pots);
  }

  /** Of a house that has sold no units. */
  public static HouseFigures withoutUnits(BigDecimal equity) {
    return new HouseFigures(equity, Map.of(), Map.of());
  }

  /** The insurance of the fund of a direction, USDT. */
  public BigDecimal pot(Side side) {
    return pots.getOrDefault(side, BigDecimal.ZERO);
  }

  /** Units that users held of the fund of a direction. */
  public BigDecimal units(Side side) {
    return units.getOrDefault(side, BigDecimal.ZERO);
  }
}
