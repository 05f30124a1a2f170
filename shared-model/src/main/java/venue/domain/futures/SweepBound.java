package venue.domain.futures;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Optional;
import venue.domain.Side;
import venue.domain.market.Contract;
import venue.domain.market.FundingRange;
import venue.domain.market.MaintenanceLine;
import venue.domain.market.PriceRange;

/**
 * How far a sweep must look in one partition of the index of liquidation keys, so that it is never
 * late although funding has moved since the keys were written.
 *
 * <p>A key {@code K} lies in the partition of the tier {@code k} of its own price {@code P_K = (K +
 * F_w)/(1 − s·r_k)}, the funding index then being {@code F_w}. Whoever holds it is dangerous when
 * the position is as bad as its key says: {@code |q|s·x_k(P, F) − (m(N) − line_k(N)) ≤ |q|s·K},
 * with {@code N = |q|P} and {@code m} the highest of the lines. So looking further than {@code x_k}
 * by {@code P·(m(N) − line_k(N))/N} finds it, and that is zero while {@code N} lies in tier k. How
 * far {@code N} can have left the tier of a dangerous position, with {@code Δ = F − F_w}:
 *
 * <ul>
 *   <li>Above the upper edge {@code e}, and not found by {@code x_k} alone: a short has {@code P <
 *       P_K + Δ/(1 + r_k)}. A long gains at least {@code 1 − r̄} per unit of price beyond the edge
 *       and loses {@code Δ}, so {@code P − e/|q| ≤ Δ/(1 − r̄)}. Hence {@code N ≤ e·P/(P − z)},
 *       {@code z = Δ/(1 − s·r)}, {@code Δ ≤ F − F_min}.
 *   <li>Below the lower edge {@code e}: a long not found has {@code P > P_K + Δ/(1 − r_k)}; a short
 *       gains at least {@code 1 + r₀} per unit below the edge and {@code Δ}. Hence {@code N ≥
 *       e·P/(P + z)}, {@code z = −Δ/(1 − s·r)}, {@code −Δ ≤ F_max − F}.
 * </ul>
 *
 * <p>{@code 1 − s·r} is least with the last tier's rate for a long, with the first's for a short.
 * {@code (m(N) − line_k(N))/N} grows with the distance from the tier, so its value at the two
 * limits bounds it; above, it never exceeds {@code r̄ − r_k}, also where {@code z ≥ P}. This holds
 * for a key of an isolated position and for that of a cross leg alike: it takes no more than {@code
 * P_K} in tier k.
 *
 * @param side of the partition
 * @param tier of the partition, index from 0
 * @param x {@code x_k(P, F)}, less the allowance for a long, plus it for a short, USDT per base
 *     unit
 */
public record SweepBound(Side side, int tier, BigDecimal x) {

  /**
   * The bound of one partition of a market at a price.
   *
   * @param index the market's cumulative funding {@code F} now
   * @param seen all that {@code F} has been since the first key was written; {@code F} belongs to
   *     it
   */
  public static SweepBound of(
      Contract contract,
      Side side,
      int tier,
      BigDecimal price,
      BigDecimal index,
      FundingRange seen) {
    MaintenanceLine line = MaintenanceLine.of(contract, tier);
    BigDecimal allowance =
        allowance(
            contract, side, line, price, index.subtract(seen.low()), seen.high().subtract(index));
    BigDecimal x = LiquidationPrice.x(price, index, side, line.rate());
    return new SweepBound(side, tier, x.subtract(side.sign().multiply(allowance)));
  }

  /**
   * The bound that holds for every tick within a range. The allowance is largest at the lowest
   * price and the farthest funding.
   *
   * @param seen all that {@code F} has been since the first key was written
   */
  public static SweepBound of(
      Contract contract, Side side, int tier, PriceRange range, FundingRange seen) {
    MaintenanceLine line = MaintenanceLine.of(contract, tier);
    BigDecimal x =
        LiquidationPrice.x(range.worstPrice(side), range.worstIndex(side), side, line.rate());
    BigDecimal allowance =
        allowance(
            contract,
            side,
            line,
            range.lowest(),
            range.highestIndex().subtract(seen.low()),
            seen.high().subtract(range.lowestIndex()));
    return new SweepBound(side, tier, x.subtract(side.sign().multiply(allowance)));
  }

  private static BigDecimal allowance(
      Contract contract,
      Side side,
      MaintenanceLine line,
      BigDecimal price,
      BigDecimal risen,
      BigDecimal fallen) {
    return above(contract, side, line, price, risen)
        .max(below(contract, side, line, price, fallen))
        .multiply(price)
        .setScale(LiquidationPrice.KEY_SCALE, RoundingMode.CEILING);
  }

  /** Whether a sweep looks at a position or leg with this key. */
  public boolean finds(BigDecimal key) {
    int order = x.compareTo(key);
    return side == Side.LONG ? order <= 0 : order >= 0;
  }

  /** The most by which maintenance exceeds the line beyond its upper edge, per notional. */
  private static BigDecimal above(
      Contract contract, Side side, MaintenanceLine line, BigDecimal price, BigDecimal risen) {
    Optional<BigDecimal> edge = line.to();
    if (edge.isEmpty() || risen.signum() <= 0) {
      return BigDecimal.ZERO;
    }
    BigDecimal left = price.subtract(moved(contract, side, risen));
    if (left.signum() <= 0) {
      return last(contract).rate().subtract(line.rate());
    }
    return excess(contract, line, edge.get().multiply(price).divide(left, up()));
  }

  /** The most by which maintenance exceeds the line below its lower edge, per notional. */
  private static BigDecimal below(
      Contract contract, Side side, MaintenanceLine line, BigDecimal price, BigDecimal fallen) {
    if (line.from().signum() == 0 || fallen.signum() <= 0) {
      return BigDecimal.ZERO;
    }
    BigDecimal further = price.add(moved(contract, side, fallen));
    return excess(contract, line, line.from().multiply(price).divide(further, down()));
  }

  /** {@code z}: how far a change of {@code F} moves any line's price at most, rounded up. */
  private static BigDecimal moved(Contract contract, Side side, BigDecimal change) {
    MaintenanceLine least = side == Side.LONG ? last(contract) : MaintenanceLine.of(contract, 0);
    return change.divide(BigDecimal.ONE.subtract(side.sign().multiply(least.rate())), up());
  }

  private static MaintenanceLine last(Contract contract) {
    return MaintenanceLine.of(contract, contract.tiers().tiers().size() - 1);
  }

  private static BigDecimal excess(Contract contract, MaintenanceLine line, BigDecimal notional) {
    return contract
        .tiers()
        .maintenance(notional, contract.takerFeeRate())
        .subtract(line.at(notional))
        .divide(notional, up());
  }

  private static MathContext up() {
    return new MathContext(MathContext.DECIMAL128.getPrecision(), RoundingMode.CEILING);
  }

  private static MathContext down() {
    return new MathContext(MathContext.DECIMAL128.getPrecision(), RoundingMode.FLOOR);
  }
}
