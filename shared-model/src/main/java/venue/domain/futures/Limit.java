package venue.domain.futures;

import java.math.BigDecimal;

/**
 * The guard of a limit order, which is a market order that fills only at a price no worse than its
 * limit: at the fill price, not at the limit.
 *
 * @param price on the contract's price step, above 0, USDT
 */
public record Limit(BigDecimal price, TimeInForce tif) {

  /**
   * Whether an order may fill at a price.
   *
   * @param size contracts, positive: buy
   */
  public boolean allows(BigDecimal fillPrice, long size) {
    int worse = fillPrice.compareTo(price);
    return size > 0 ? worse <= 0 : worse >= 0;
  }
}
