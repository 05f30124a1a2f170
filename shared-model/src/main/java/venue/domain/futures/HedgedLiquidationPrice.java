package venue.domain.futures;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;
import venue.domain.Side;
import venue.domain.futures.CrossMargin.Leg;
import venue.domain.market.Contract;
import venue.domain.market.Tier;

/**
 * The liquidation price of a cross position that is held beside one on the other side of the same
 * market. With {@code L} what the rest of the account leaves them, their slack at a price is the
 * least of the lines
 *
 * <p>{@code L + Σ(q(P − E) − q(F − F₀) − r|q|P + d)}
 *
 * <p>over all pairs of tiers. That is not negative between two prices, since it is concave: the
 * highest root of the rising lines and the lowest of the falling ones. A hedge has both, because
 * maintenance grows with the price though profit does not.
 */
final class HedgedLiquidationPrice {

  private HedgedLiquidationPrice() {}

  /** {@code a + bP}. */
  private record Line(BigDecimal a, BigDecimal b) {

    BigDecimal root() {
      return a.negate().divide(b, MathContext.DECIMAL128);
    }
  }

  /**
   * The price.
   *
   * @param left {@code L}, USDT
   * @param legs the open ones of the market
   * @param side whose price comes first: of a long the lower one, of a short the upper one; the
   *     other, if that does not exist
   * @return half-even to two decimals more than the contract's price step, USDT; 0 when no positive
   *     price exists
   */
  static BigDecimal of(BigDecimal left, List<Leg> legs, Side side) {
    List<Line> lines = List.of(new Line(left, BigDecimal.ZERO));
    for (Leg leg : legs) {
      List<Line> own = lines(leg);
      lines =
          lines.stream()
              .flatMap(
                  sum -> own.stream().map(line -> new Line(sum.a.add(line.a), sum.b.add(line.b))))
              .toList();
    }
    BigDecimal lower =
        lines.stream()
            .filter(line -> line.b.signum() > 0)
            .map(Line::root)
            .reduce(BigDecimal.ZERO, BigDecimal::max);
    BigDecimal upper =
        lines.stream()
            .filter(line -> line.b.signum() < 0)
            .map(Line::root)
            .reduce(BigDecimal::min)
            .map(price -> price.max(BigDecimal.ZERO))
            .orElse(BigDecimal.ZERO);
    BigDecimal first = side == Side.LONG ? lower : upper;
    BigDecimal price = first.signum() > 0 ? first : side == Side.LONG ? upper : lower;
    Contract contract = legs.getFirst().contract();
    return price.setScale(Math.max(0, contract.priceStep().scale()) + 2, RoundingMode.HALF_EVEN);
  }

  private static List<Line> lines(Leg leg) {
    Contract contract = leg.contract();
    BigDecimal q = contract.base(leg.position().size());
    BigDecimal constant =
        leg.position()
            .cost()
            .negate()
            .subtract(leg.position().fundingOwed(contract, leg.fundingIndex()));
    return contract.tiers().tiers().stream()
        .map(tier -> line(tier, contract, q, constant))
        .toList();
  }

  private static Line line(Tier tier, Contract contract, BigDecimal q, BigDecimal constant) {
    BigDecimal r = tier.maintenanceRate().add(contract.takerFeeRate());
    return new Line(constant.add(tier.deduction()), q.subtract(r.multiply(q.abs())));
  }
}
