package venue.domain.market;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;

/**
 * What each contract of a growing market order adds to its cost. An order of base amount {@code q}
 * fills at {@code P·(1 ± (w + I(q)))} with {@code I(q) = max(0, skew ± q/2)/scale}, so contract
 * {@code n} of base {@code b} adds {@code P·(1 ± (w + x/scale))} per base with {@code x = n·max(0,
 * skew + n·b/2) − (n − 1)·max(0, skew + (n − 1)·b/2)}, skew taken in the order's direction. It
 * never falls as {@code n} rises.
 *
 * @param price {@code P}, USDT
 * @param direction 1: buying, -1: selling
 * @param worse {@code w}: half spread and staleness, per price
 * @param skew in the order's direction, base
 * @param base {@code b}: base amount of one contract
 * @param scale base amount at which skew alone would cost the whole price
 * @param sizeMax the most contracts of one order
 */
record Depth(
    BigDecimal price,
    int direction,
    BigDecimal worse,
    BigDecimal skew,
    BigDecimal base,
    BigDecimal scale,
    long sizeMax) {
  private static final BigDecimal HALF = new BigDecimal("0.5");

  static Depth of(Market market, Tick tick, int direction, Instant now) {
    BigDecimal base = market.contract().base(1);
    BigDecimal sign = BigDecimal.valueOf(direction);
    FillPrice first = FillPrice.of(market, tick, base.multiply(sign), BigDecimal.ZERO, now);
    return new Depth(
        tick.price(),
        direction,
        first.halfSpread().add(first.staleness()),
        tick.skew().multiply(sign),
        base,
        market.fill().skewScale(),
        market.contract().sizeMax());
  }

  /** What a contract adds per base, on the interval, rounded against the trader, USDT. */
  BigDecimal price(long contract, BigDecimal interval) {
    BigDecimal exact = price.multiply(scale).add(signed(costBesidePrice(contract)));
    RoundingMode mode = direction > 0 ? RoundingMode.CEILING : RoundingMode.FLOOR;
    return exact.divide(scale.multiply(interval), 0, mode).multiply(interval);
  }

  /** The last contract that adds nothing worse than a level's price, which the first fits in. */
  long lastWithin(BigDecimal level, long first) {
    BigDecimal room = signed(level.subtract(price)).multiply(scale);
    long low = first;
    long high = sizeMax;
    while (low < high) {
      long middle = low + (high - low + 1) / 2;
      if (costBesidePrice(middle).compareTo(room) <= 0) {
        low = middle;
      } else {
        high = middle - 1;
      }
    }
    return low;
  }

  // Times the scale, so that nothing is rounded: P·(w·scale + x).
  private BigDecimal costBesidePrice(long contract) {
    BigDecimal x = impactUpTo(contract).subtract(impactUpTo(contract - 1));
    return price.multiply(worse.multiply(scale).add(x));
  }

  private BigDecimal impactUpTo(long contracts) {
    BigDecimal size = BigDecimal.valueOf(contracts);
    BigDecimal mean = skew.add(base.multiply(size).multiply(HALF)).max(BigDecimal.ZERO);
    return mean.multiply(size);
  }

  private BigDecimal signed(BigDecimal amount) {
    return direction > 0 ? amount : amount.negate();
  }
}
