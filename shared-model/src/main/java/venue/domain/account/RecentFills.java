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
   */
  public record Fill(long tick, BigDecimal base) {}

  public RecentFills {
    byMarket = Map.copyOf(byMarket);
  }

  /** The account's fills in a market at a tick, signed base; zero when it has traded since. */
  public BigDecimal since(String market, long tick) {
    Fill fill = byMarket.get(market);
    return fill == null || fill.tick() != tick ? BigDecimal.ZERO : fill.base();
  }

  /** The sequence of the last tick of a market that the account traded at; 0 if it never did. */
  public long last(String market) {
    Fill fill = byMarket.get(market);
    return fill == null ? 0 : fill.tick();
  }

  /** With one more fill. */
  public RecentFills with(String market, long tick, BigDecimal base) {
    Map<String, Fill> next = new HashMap<>(byMarket);
    next.put(market, new Fill(tick, since(market, tick).add(base)));
    return new RecentFills(next);
  }
}
