package venue.domain.market;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * The house's fill prices in the shape of an order book: how much a market order costs as it grows.
 * No order rests in it. Each contract stands at what it adds to the cost of one market order, which
 * is rounded to the level's price against the trader. So whoever walks a side down to {@code n}
 * contracts reckons with a mean price that differs from the fill price of an order of {@code n} by
 * less than one interval (and the twelfth decimal of the price, to which impact is rounded).
 *
 * @param asks what a buyer pays, rising prices
 * @param bids what a seller gets, falling prices
 */
public record OrderBook(List<Level> asks, List<Level> bids) {
  /** A market in which nothing can fill now. */
  public static final OrderBook EMPTY = new OrderBook(List.of(), List.of());

  public OrderBook {
    asks = List.copyOf(asks);
    bids = List.copyOf(bids);
  }

  /**
   * The contracts at one price.
   *
   * @param price a multiple of the interval, above zero, USDT
   * @param size contracts
   */
  public record Level(BigDecimal price, long size) {}

  /**
   * The book of a market as of now. It ends at the most contracts one order may have; caps on open
   * interest and skew are not looked at, because reducing is always allowed.
   *
   * @param interval prices lie on multiples of it: a multiple of the contract's price step, USDT
   * @param levels the most of one side
   * @param now venue time
   */
  public static OrderBook of(
      Market market, Tick tick, BigDecimal interval, int levels, Instant now) {
    return tick.fills(now, market.priceAgeMax())
        ? new OrderBook(
            side(Depth.of(market, tick, 1, now), interval, levels),
            side(Depth.of(market, tick, -1, now), interval, levels))
        : EMPTY;
  }

  private static List<Level> side(Depth depth, BigDecimal interval, int levels) {
    List<Level> side = new ArrayList<>();
    long taken = 0;
    while (side.size() < levels && taken < depth.sizeMax()) {
      BigDecimal price = depth.price(taken + 1, interval);
      if (price.signum() <= 0) {
        break;
      }
      long last = depth.lastWithin(price, taken + 1);
      side.add(new Level(price, last - taken));
      taken = last;
    }
    return side;
  }
}
