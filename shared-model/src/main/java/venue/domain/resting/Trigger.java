package venue.domain.resting;

import java.math.BigDecimal;
import venue.domain.market.PriceRange;

/**
 * The price at which an order on a position is placed.
 *
 * @param price USDT
 */
public record Trigger(Rule rule, BigDecimal price) {

  /** On which side of its price a trigger is met. */
  public enum Rule {
    /** At the price or above. */
    AT_LEAST,
    /** At the price or below. */
    AT_MOST
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
