package venue.domain.account;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;

/**
 * What an account has traded in each market at the last tick it traded at. The published skew does
 * not know it yet, so the account's next fills at that tick must. It is kept when newer ticks have
 * come: whoever looks at that tick again must find what was found before.
 */
public record RecentFills(Map<String, Fill> byMarket) {

  /** No fill. */
  public static final RecentFills NONE = new RecentFills(Map.of());

  /**
   * The fills at one tick.
   *
   * @param tick the sequence of the tick filled at
   * @param base sum of the fills at it, signed
   * @param next the sequence of the first tick at which resting orders have not been looked at: the
   *     same one if a resting order filled at it, the next one if its client traded at it later
   */
  public record Fill(long tick, BigDecimal base, long next) {}

  public RecentFills {
    byMarket = Map.copyOf(byMarket);
  }

  /** The account's fills in a market at a tick, signed base; zero when it has traded since. */
  public BigDecimal since(String market, long tick) {
    Fill fill = byMarket.get(market);
    return fill == null || fill.tick() != tick ? BigDecimal.ZERO : fill.base();
  }

  /**
   * The sequence of the first tick of a market at which resting orders have not been looked at, as
   * far as trades tell; 0 without a trade.
   */
  public long next(String market) {
    Fill fill = byMarket.get(market);
    return fill == null ? 0 : fill.next();
  }

  /**
   * With one more fill, of an order that came at a tick: resting orders have been looked at then.
   */
  public RecentFills with(String market, long tick, BigDecimal base) {
    return with(market, new Fill(tick, since(market, tick).add(base), tick + 1));
  }

  /** With the other resting orders still to be looked at, at the tick at which one has filled. */
  public RecentFills unseenAt(String market, long tick) {
    return with(market, new Fill(tick, since(market, tick), tick));
  }

  private RecentFills with(String market, Fill fill) {
    Map<String, Fill> fills = new HashMap<>(byMarket);
    fills.put(market, fill);
    return new RecentFills(fills);
  }
}
