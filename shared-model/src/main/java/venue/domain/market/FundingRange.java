package venue.domain.market;

import java.math.BigDecimal;

/**
 * The lowest and the highest cumulative funding {@code F} a market has ever had.
 *
 * @param low USDT per base unit
 * @param high not below {@code low}, USDT per base unit
 */
public record FundingRange(BigDecimal low, BigDecimal high) {

  public FundingRange {
    if (low.compareTo(high) > 0) {
      throw new IllegalArgumentException("low exceeds high");
    }
  }

  /** The range of a market whose funding has stood at one index only. */
  public static FundingRange at(BigDecimal index) {
    return new FundingRange(index, index);
  }

  /** The range with one more index. */
  public FundingRange including(BigDecimal index) {
    return new FundingRange(low.min(index), high.max(index));
  }
}
