package venue.domain.house;

import java.math.BigDecimal;
import venue.domain.futures.Position;

/**
 * The sums over users' positions from which the house's equity is computed without reading one.
 *
 * @param longs contracts
 * @param shorts contracts, not negative in the market's sum
 * @param cost {@code Σ cost}: of the positions' signed entry values, USDT
 * @param funding {@code Σ qF₀}, USDT
 */
public record Exposure(long longs, long shorts, BigDecimal cost, BigDecimal funding) {

  /** No position. */
  public static final Exposure NONE = new Exposure(0, 0, BigDecimal.ZERO, BigDecimal.ZERO);

  /** With one position in another's place. */
  public Exposure replaced(Position before, Position after, BigDecimal quantoMultiplier) {
    return new Exposure(
        longs - Math.max(0, before.size()) + Math.max(0, after.size()),
        shorts - Math.max(0, -before.size()) + Math.max(0, -after.size()),
        cost.subtract(before.cost()).add(after.cost()),
        funding
            .subtract(before.settledFunding(quantoMultiplier))
            .add(after.settledFunding(quantoMultiplier)));
  }

  /** The sum of two parts. */
  public Exposure plus(Exposure other) {
    return new Exposure(
        longs + other.longs,
        shorts + other.shorts,
        cost.add(other.cost),
        funding.add(other.funding));
  }

  /** Contracts users hold, long and short counted together. */
  public long openInterest() {
    return longs + shorts;
  }

  /** Users' net position, contracts, positive: net long. */
  public long skew() {
    return longs - shorts;
  }
}
