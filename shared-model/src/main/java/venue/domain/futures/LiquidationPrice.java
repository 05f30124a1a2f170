package venue.domain.futures;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import venue.domain.Side;
import venue.domain.market.Contract;
import venue.domain.market.Tier;

/**
 * The price at which a position's equity meets its maintenance margin, and the key {@code K} under
 * which a sweep finds it.
 *
 * <p>With {@code x(P, F) = P(1 − s·r) − F}, a long is due exactly when {@code x ≤ K}, a short when
 * {@code x ≥ K}, where {@code K = E − F₀ − s(M + d)/|q|}. The K of one tier does not change while
 * the position is untouched. Maintenance is the highest of the tiers' lines, so a long is due at
 * the highest, a short at the lowest of the tiers' prices. Which tier that is does depend on {@code
 * F}: funding moves the liquidation price, at last into another tier, whose key then comes first.
 *
 * @param price half-even to two decimals more than the contract's price step, USDT; 0 when no
 *     positive price exists
 * @param key {@code K}, USDT per base unit, rounded so that it fires early: up for a long, down for
 *     a short
 * @param tier index of the tier whose line is met first at the given {@code F}, from 0
 */
public record LiquidationPrice(BigDecimal price, BigDecimal key, int tier) {
  static final int KEY_SCALE = 12;

  /**
   * The liquidation price of an open position.
   *
   * @param index the market's cumulative funding {@code F}
   * @throws IllegalArgumentException if the position is flat
   */
  public static LiquidationPrice of(Position position, Contract contract, BigDecimal index) {
    if (position.isFlat()) {
      throw new IllegalArgumentException("a flat position has no liquidation price");
    }
    Side side = position.side();
    LiquidationPrice first = null;
    for (int i = 0; i < contract.tiers().tiers().size(); i++) {
      LiquidationPrice line = atLine(position, contract, index, i);
      if (first == null || comesBefore(line, first, side)) {
        first = line;
      }
    }
    if (first == null) {
      throw new IllegalStateException("the contract has no tier");
    }
    int scale = Math.max(0, contract.priceStep().scale()) + 2;
    BigDecimal shown = first.price.setScale(scale, RoundingMode.HALF_EVEN).max(BigDecimal.ZERO);
    return new LiquidationPrice(shown, first.key, first.tier);
  }

  private static boolean comesBefore(LiquidationPrice line, LiquidationPrice than, Side side) {
    int order = line.price.compareTo(than.price);
    return side == Side.LONG ? order > 0 : order < 0;
  }

  private static LiquidationPrice atLine(
      Position position, Contract contract, BigDecimal index, int i) {
    Tier tier = contract.tiers().tiers().get(i);
    BigDecimal q = contract.base(position.size());
    BigDecimal s = position.side().sign();
    BigDecimal d = tier.deduction();
    BigDecimal r = tier.maintenanceRate().add(contract.takerFeeRate());
    RoundingMode early = position.side() == Side.LONG ? RoundingMode.CEILING : RoundingMode.FLOOR;
    // q·(E − F₀) − (M + d), divided by q, is E − F₀ − s(M + d)/|q|.
    BigDecimal numerator =
        position
            .cost()
            .subtract(q.multiply(position.fundingIndex()))
            .subtract(position.margin().add(d));
    BigDecimal key = numerator.divide(q, KEY_SCALE, early);
    BigDecimal exact = numerator.divide(q, MathContext.DECIMAL128);
    BigDecimal price =
        exact.add(index).divide(BigDecimal.ONE.subtract(s.multiply(r)), MathContext.DECIMAL128);
    return new LiquidationPrice(price, key, i);
  }

  /**
   * {@code x(P, F) = P(1 − s·r) − F}: what a sweep compares keys with.
   *
   * @param r the tier's maintenance rate with the taker fee
   */
  public static BigDecimal x(BigDecimal price, BigDecimal index, Side side, BigDecimal r) {
    return price.multiply(BigDecimal.ONE.subtract(side.sign().multiply(r))).subtract(index);
  }
}
