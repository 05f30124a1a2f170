package venue.domain.advance;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import venue.domain.account.Account;
import venue.domain.futures.Position;
import venue.domain.market.Market;
import venue.domain.market.PriceRange;
import venue.domain.market.Tick;
import venue.domain.resting.RestingOrder;

/**
 * An account as of the latest ticks of the markets it has business in.
 *
 * @param positions the open ones
 * @param resting its resting orders
 * @param markets those of its positions and resting orders, by name
 */
public record Standing(
    Account account,
    List<Position> positions,
    List<RestingOrder> resting,
    Map<String, MarketTick> markets) {

  public Standing {
    positions = List.copyOf(positions);
    resting = List.copyOf(resting);
    markets = Map.copyOf(markets);
  }

  /** A market at its latest tick. */
  public record MarketTick(Market market, Tick tick) {}

  /** The names of the markets in which an account has open positions or resting orders. */
  public static Collection<String> marketsOf(
      Collection<Position> positions, Collection<RestingOrder> resting) {
    TreeSet<String> names = new TreeSet<>();
    positions.forEach(position -> names.add(position.market()));
    resting.forEach(order -> names.add(order.market()));
    return names;
  }

  /** The sequence of the first tick of a market that the account has not been brought to. */
  public long from(String market) {
    long first = Long.MAX_VALUE;
    for (Position position : positions) {
      if (position.market().equals(market)) {
        first = Math.min(first, position.tick());
      }
    }
    for (RestingOrder order : resting) {
      if (order.market().equals(market)) {
        first = Math.min(first, order.tick() + 1);
      }
    }
    return first;
  }

  /** Whether anything can be due in a market at a good tick within a range. */
  public boolean canBeDue(String market, PriceRange range) {
    MarketTick at = markets.get(market);
    return at != null
        && (positions.stream()
                .filter(position -> position.market().equals(market))
                .anyMatch(position -> position.canBeDue(at.market().contract(), range))
            || resting.stream()
                .filter(order -> order.market().equals(market))
                .anyMatch(order -> order.canBeMetIn(range)));
  }
}
