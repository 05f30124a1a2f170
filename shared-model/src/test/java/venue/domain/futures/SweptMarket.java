package venue.domain.futures;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import venue.domain.Dice;
import venue.domain.Side;
import venue.domain.futures.CrossMargin.Leg;
import venue.domain.market.Contract;
import venue.domain.market.FundingRange;

/** A market whose price and funding walk at random, and the sweep's comparison with keys in it. */
final class SweptMarket {
  private static final BigDecimal FUNDING_MAX = new BigDecimal("0.3");

  private final Contract contract;
  private final BigDecimal start;
  private BigDecimal price;
  private BigDecimal index;
  private FundingRange seen;

  SweptMarket(Dice dice) {
    contract = CrossSamples.randomContract(dice);
    start = dice.magnitude(-1, 4, 6);
    price = start;
    index = BigDecimal.ZERO;
    seen = FundingRange.at(index);
  }

  /** Mostly a few per cent, now and then up to 60 %; funding stays within 30 % of the price. */
  void move(Dice dice) {
    BigDecimal step =
        dice.chance(0.05) ? dice.between("-0.6", "0.6", 5) : dice.between("-0.03", "0.03", 5);
    BigDecimal next = price.multiply(BigDecimal.ONE.add(step)).round(new MathContext(8));
    boolean wanders =
        next.compareTo(start.movePointLeft(1)) < 0 || next.compareTo(start.movePointRight(1)) > 0;
    price = wanders ? price : next;
    BigDecimal most = price.multiply(FUNDING_MAX);
    index =
        index
            .add(price.multiply(dice.between("-0.04", "0.04", 5)))
            .min(most)
            .max(most.negate())
            .setScale(12, RoundingMode.HALF_EVEN);
    seen = seen.including(index);
  }

  /** Moves the price just beyond the one at which somebody is due, if there is such a price. */
  void moveBeyond(BigDecimal liquidationPrice, Side side) {
    BigDecimal next = liquidationPrice.subtract(side.sign().multiply(contract.priceStep()));
    if (next.signum() > 0) {
      price = next;
    }
  }

  /** A new leg, entered near the price now. */
  Leg leg(Dice dice) {
    return at(CrossSamples.randomPosition(dice, contract, price, index));
  }

  /** The same position judged by what the market is now. */
  Leg at(Position position) {
    return new Leg(position, contract, price, index);
  }

  boolean finds(Side side, int tier, BigDecimal key) {
    return SweepBound.of(contract, side, tier, price, index, seen).finds(key);
  }

  /** Whether a sweep that does not know how funding has moved would look there too. */
  boolean findsUnwidened(Side side, int tier, BigDecimal key) {
    return SweepBound.of(contract, side, tier, price, index, FundingRange.at(index)).finds(key);
  }
}
