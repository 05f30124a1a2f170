package venue.domain.resting;

import java.math.BigDecimal;
import venue.domain.Outcome;
import venue.domain.Reason;
import venue.domain.futures.Limit;
import venue.domain.market.Contract;

/** Which limits an order may come with, whether or not orders fill at the moment. */
final class LimitPrice {
  private static final BigDecimal BOUND = BigDecimal.ONE.scaleByPowerOfTen(12);

  private LimitPrice() {}

  /**
   * The size again, refused unless the limit lies on the contract's price step and near the price.
   *
   * @param price of the market's latest tick, of whatever quality, USDT
   */
  static Outcome<Long> checked(Limit limit, Contract contract, BigDecimal price, long size) {
    BigDecimal way = price.multiply(contract.priceDeviation());
    if (!isOnGrid(limit.price(), contract.priceStep())) {
      return Outcome.refused(
          Reason.INVALID_PARAM_VALUE,
          "price should be above 0, below 1e12 and a multiple of "
              + contract.priceStep().toPlainString());
    }
    return limit.price().subtract(price).abs().compareTo(way) <= 0
        ? Outcome.done(size)
        : Outcome.refused(
            Reason.PRICE_TOO_DEVIATED,
            "price should be within "
                + way.stripTrailingZeros().toPlainString()
                + " of the market's price, "
                + price.toPlainString());
  }

  private static boolean isOnGrid(BigDecimal limit, BigDecimal step) {
    return limit.signum() > 0 && limit.compareTo(BOUND) < 0 && limit.remainder(step).signum() == 0;
  }
}
