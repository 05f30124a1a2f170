package venue.store;

import java.util.List;
import java.util.Optional;
import venue.domain.Side;
import venue.domain.futures.Position;
import venue.domain.futures.Winner;
import venue.domain.market.Market;
import venue.domain.market.Tick;
import venue.domain.smartleverage.Fund;

/**
 * A market as of now.
 *
 * @param tick none before the market's first
 * @param funds none before the market's first tick
 */
public record MarketPage(Market market, Optional<Tick> tick, List<Fund> funds) {

  public MarketPage {
    funds = List.copyOf(funds);
  }

  /** Whether one of an account's positions in the market is in profit at the latest tick. */
  public boolean hasWinner(List<Position> positions) {
    return tick.filter(
            at ->
                positions.stream().anyMatch(held -> Winner.isInProfit(held, market.contract(), at)))
        .isPresent();
  }

  /** The market's fund in a direction, if it is open. */
  public Optional<Fund> fund(Side side) {
    return funds.stream().filter(fund -> fund.side() == side).findFirst();
  }
}
