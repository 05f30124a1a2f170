package venue.domain.market;

import java.math.BigDecimal;
import java.math.RoundingMode;
import venue.domain.Rounding;

/**
 * How much risk a market takes on; reducing is always allowed. In contracts the caps hold however
 * far the price falls, in USDT however far it rises.
 *
 * @param openInterest the most contracts users may hold, long and short counted together
 * @param skew the most contracts by which one side may exceed the other
 * @param openInterestValue the most that users' contracts may be worth together at the market's
 *     price, USDT
 * @param skewValue the most that the contracts may be worth by which one side exceeds the other,
 *     USDT
 */
public record Caps(
    long openInterest, long skew, BigDecimal openInterestValue, BigDecimal skewValue) {
  /** What a new market's open interest may be worth, USDT. */
  public static final BigDecimal USUAL_OPEN_INTEREST = BigDecimal.valueOf(32_000_000);

  /** What a new market's skew may be worth, USDT. */
  public static final BigDecimal USUAL_SKEW = BigDecimal.valueOf(16_000_000);

  /** The part of the caps that one of {@code shards} equal shards may use, rounded down. */
  public Caps shared(int shards) {
    return new Caps(
        openInterest / shards,
        skew / shards,
        share(openInterestValue, shards),
        share(skewValue, shards));
  }

  private static BigDecimal share(BigDecimal value, int shards) {
    return value.divide(BigDecimal.valueOf(shards), Rounding.CASH_SCALE, RoundingMode.DOWN);
  }

  /**
   * Whether so much open interest is beyond the caps.
   *
   * @param contracts not negative
   * @param value of them at the market's price, USDT
   */
  public boolean isOpenInterestBeyond(long contracts, BigDecimal value) {
    return contracts > openInterest || value.compareTo(openInterestValue) > 0;
  }

  /**
   * Whether so much skew is beyond the caps.
   *
   * @param contracts not negative
   * @param value of them at the market's price, USDT
   */
  public boolean isSkewBeyond(long contracts, BigDecimal value) {
    return contracts > skew || value.compareTo(skewValue) > 0;
  }
}
