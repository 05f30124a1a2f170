package venue.domain.account;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/**
 * What an account has traded at the present tick of each market. The published skew does not know
 * it yet, so the account's next fills must.
 */
public record RecentFills(Map<String, Fill> byMarket) {

  /** No fill. */
  public static final RecentFills NONE = new RecentFills(Map.of());

  /**
   * The fills at one tick.
   *
   * @param tick the sequence of the tick filled at
   * @param time of that tick, venue time
   * @param base sum of the fills at it, signed
   */
  public record Fill(long tick, Instant time, BigDecimal base) {}

  public RecentFills {
    byMarket = Map.copyOf(byMarket);
  }

  /** The account's fills in a market since its tick, signed base; zero when that tick is newer. */
  public BigDecimal since(String market, long tick) {
    Fill fill = byMarket.get(market);
    return fill == null || fill.tick() != tick ? BigDecimal.ZERO : fill.base();
  }

  /** With one more fill; fills at ticks too old to be filled at again are forgotten. */
  public RecentFills with(
      String market, long tick, Instant tickTime, BigDecimal base, Duration priceAgeMax) {
    Map<String, Fill> next = new HashMap<>(byMarket);
    next.values().removeIf(fill -> fill.time().plus(priceAgeMax).isBefore(tickTime));
    next.put(market, new Fill(tick, tickTime, since(market, tick).add(base)));
    return new RecentFills(next);
  }
}
