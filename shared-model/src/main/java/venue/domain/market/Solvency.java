package venue.domain.market;

import java.math.BigDecimal;
import venue.domain.Outcome;
import venue.domain.Reason;

/**
 * How much equity the house must have for the risk it carries in a market. Closing a winner at the
 * market's price moves no equity, it only takes risk off the house; so both lines are drawn per
 * risk, and closing enough always reaches them while the house has any equity.
 *
 * @param floorRate equity below this part of users' net exposure has winners closed
 * @param reserveRate nobody may enlarge users' net exposure beyond what equity covers at this rate:
 *     a reserve for what winners could be owed
 */
public record Solvency(BigDecimal floorRate, BigDecimal reserveRate) {
  /** What a market has whose operator has chosen nothing else: a move of 10 % and of 20 %. */
  public static final Solvency USUAL = new Solvency(new BigDecimal("0.1"), new BigDecimal("0.2"));

  /** The rates, refused unless {@code 0 < floor < reserve <= 1}. */
  public static Outcome<Solvency> checked(Solvency asked) {
    boolean isInOrder =
        asked.floorRate.signum() > 0
            && asked.floorRate.compareTo(asked.reserveRate) < 0
            && asked.reserveRate.compareTo(BigDecimal.ONE) <= 0;
    return isInOrder
        ? Outcome.done(asked)
        : Outcome.refused(
            Reason.INVALID_PARAM_VALUE,
            "solvency: the floor is above 0, the reserve above the floor and at most 1");
  }

  /**
   * The least equity that a net exposure asks for, {@code floorRate × |exposure| × P}, exact, USDT.
   *
   * @param exposure signed base
   */
  public BigDecimal floor(BigDecimal exposure, BigDecimal price) {
    return floorRate.multiply(exposure.abs()).multiply(price);
  }

  /**
   * The equity that a net exposure is kept in reserve for, {@code reserveRate × |exposure| × P},
   * exact, USDT.
   *
   * @param exposure signed base
   */
  public BigDecimal reserve(BigDecimal exposure, BigDecimal price) {
    return reserveRate.multiply(exposure.abs()).multiply(price);
  }

  /**
   * Whether equity covers the reserve for a net exposure, {@code reserveRate × |exposure| × P}.
   *
   * @param equity of the house, USDT
   * @param exposure signed base
   */
  public boolean covers(BigDecimal equity, BigDecimal exposure, BigDecimal price) {
    return reserve(exposure, price).compareTo(equity) <= 0;
  }
}
