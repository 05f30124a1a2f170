package venue.domain.futures;

import java.math.BigDecimal;
import java.math.RoundingMode;
import venue.domain.Side;
import venue.domain.futures.CrossMargin.Leg;
import venue.domain.market.Contract;
import venue.domain.market.MaintenanceLine;

/**
 * The edge of a box on one leg: while {@code x} of the leg is on the good side of {@code t}, the
 * leg adds more to the account's slack than its {@link #term}.
 *
 * @param slot of the leg
 * @param side of the leg
 * @param tier whose line {@code x} and {@code t} are reckoned with, index from 0: the one the leg
 *     was in when the trigger was set
 * @param key {@code t}, USDT per base unit
 */
public record LegTrigger(Slot slot, Side side, int tier, BigDecimal key) {
  private static final BigDecimal BEYOND_ANY_PRICE = BigDecimal.ONE.scaleByPowerOfTen(15);

  /**
   * The trigger at which a leg has lost so much more: {@code t = x − s·budget/|q|}, but not beyond
   * the edge of the tier the leg is in: for a long the lower one (or the price 0), for a short the
   * upper one, if there is one. Rounded so that it fires early: up for a long, down for a short.
   *
   * @param leg an open one
   * @param budget USDT, not negative
   */
  public static LegTrigger of(Leg leg, BigDecimal budget) {
    MaintenanceLine line = MaintenanceLine.inForce(leg.contract(), leg.notional());
    Side side = leg.position().side();
    BigDecimal size = leg.contract().base(Math.abs(leg.position().size()));
    BigDecimal x = LiquidationPrice.x(leg.price(), leg.fundingIndex(), side, line.rate());
    BigDecimal way = budget.divide(size, LiquidationPrice.KEY_SCALE, RoundingMode.FLOOR);
    BigDecimal key =
        side == Side.LONG
            ? x.subtract(way).max(atEdge(leg, line, line.from(), size))
            : line.to()
                .map(edge -> atEdge(leg, line, edge, size))
                .map(edge -> edge.min(x.add(way)))
                .orElse(x.add(way));
    return new LegTrigger(
        leg.position().slot(),
        side,
        line.tier(),
        key.setScale(LiquidationPrice.KEY_SCALE, early(side)));
  }

  /**
   * The trigger of a leg of an account that is due already and waits, for a price or for another
   * market: every price meets it, also a better one.
   *
   * @param leg an open one
   */
  public static LegTrigger met(Leg leg) {
    Side side = leg.position().side();
    return new LegTrigger(
        leg.position().slot(),
        side,
        MaintenanceLine.inForce(leg.contract(), leg.notional()).tier(),
        BEYOND_ANY_PRICE.multiply(side.sign()));
  }

  private static BigDecimal atEdge(
      Leg leg, MaintenanceLine line, BigDecimal notional, BigDecimal size) {
    BigDecimal slope = BigDecimal.ONE.subtract(leg.position().side().sign().multiply(line.rate()));
    return notional
        .multiply(slope)
        .divide(size, LiquidationPrice.KEY_SCALE, early(leg.position().side()))
        .subtract(leg.fundingIndex());
  }

  private static RoundingMode early(Side side) {
    return side == Side.LONG ? RoundingMode.CEILING : RoundingMode.FLOOR;
  }

  /** Whether a leg is at the trigger or beyond it. */
  public boolean isCrossedBy(Leg leg) {
    BigDecimal rate = MaintenanceLine.of(leg.contract(), tier).rate();
    int order = LiquidationPrice.x(leg.price(), leg.fundingIndex(), side, rate).compareTo(key);
    return side == Side.LONG ? order <= 0 : order >= 0;
  }

  /**
   * What the leg adds to the account's slack at the trigger, by the trigger's line: {@code q·t + d
   * − q(E − F₀)}, exact, USDT.
   *
   * @param position of the leg, as it was when the trigger was set
   * @param contract with the tier table of the position's version
   */
  public BigDecimal term(Position position, Contract contract) {
    BigDecimal q = contract.base(position.size());
    return q.multiply(key)
        .add(MaintenanceLine.of(contract, tier).deduction())
        .subtract(position.cost())
        .add(q.multiply(position.fundingIndex()));
  }
}
