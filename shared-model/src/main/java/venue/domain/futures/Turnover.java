package venue.domain.futures;

import java.math.BigDecimal;

/**
 * What a position has opened since it was flat.
 *
 * @param most contracts it held at once, not signed
 * @param opened contracts, reductions not subtracted, not signed
 * @param value of what was opened, each at its fill price, USDT
 */
public record Turnover(long most, long opened, BigDecimal value) {

  /** Nothing yet. */
  public static final Turnover NONE = new Turnover(0, 0, BigDecimal.ZERO);

  /**
   * With more contracts.
   *
   * @param held after it, not signed
   * @param more contracts, not signed
   * @param moreValue of them, USDT
   */
  public Turnover plus(long held, long more, BigDecimal moreValue) {
    return new Turnover(Math.max(most, held), Math.addExact(opened, more), value.add(moreValue));
  }
}
