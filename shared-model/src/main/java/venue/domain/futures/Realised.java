package venue.domain.futures;

import java.math.BigDecimal;

/**
 * What a position has realised since it was opened, USDT each, positive: the user gained.
 *
 * @param trading result of reductions
 * @param funding received less paid
 * @param fees minus the fees paid
 */
public record Realised(BigDecimal trading, BigDecimal funding, BigDecimal fees) {

  /** Nothing yet. */
  public static final Realised NONE =
      new Realised(BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO);

  /** With three more amounts. */
  public Realised plus(BigDecimal moreTrading, BigDecimal moreFunding, BigDecimal moreFees) {
    return new Realised(trading.add(moreTrading), funding.add(moreFunding), fees.add(moreFees));
  }

  /** The sum. */
  public BigDecimal total() {
    return trading.add(funding).add(fees);
  }
}
