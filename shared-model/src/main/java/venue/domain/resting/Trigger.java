package venue.domain.resting;

import java.math.BigDecimal;
import java.math.RoundingMode;
import venue.domain.Rounding;
import venue.domain.futures.Limit;
import venue.domain.market.PriceRange;

/**
 * The price at which a resting order is to be looked at.
 *
 * @param price USDT
 */
public record Trigger(Rule rule, BigDecimal price) {
  /** What every price meets. */
  public static final Trigger ANY_PRICE = new Trigger(Rule.AT_LEAST, BigDecimal.ZERO);

  /** On which side of its price a trigger is met. */
  public enum Rule {
    /** At the price or above. */
    AT_LEAST,
    /** At the price or below. */
    AT_MOST
  }

  /**
   * The prices {@code P} at which a limit order may fill: where half the spread alone leaves its
   * fill price within the limit. {@code P ≤ limit / (1 + half spread)} for a buyer, {@code P ≥
   * limit / (1 − half spread)} for a seller; rounded so that it is met early.
   *
   * @param size contracts, positive: buy
   * @param halfSpread per price, below 1
   */
  public static Trigger of(Limit limit, long size, BigDecimal halfSpread) {
    BigDecimal factor = BigDecimal.ONE.add(size > 0 ? halfSpread : halfSpread.negate());
    RoundingMode early = size > 0 ? RoundingMode.CEILING : RoundingMode.FLOOR;
    return new Trigger(
        size > 0 ? Rule.AT_MOST : Rule.AT_LEAST,
        limit.price().divide(factor, Rounding.FUNDING_SCALE, early));
  }

  /** Whether a tick's price meets it. */
  public boolean isMetBy(BigDecimal tickPrice) {
    int side = tickPrice.compareTo(price);
    return rule == Rule.AT_LEAST ? side >= 0 : side <= 0;
  }

  /** Whether a tick within a range may meet it. */
  public boolean canBeMetIn(PriceRange range) {
    return isMetBy(rule == Rule.AT_LEAST ? range.highest() : range.lowest());
  }
}
