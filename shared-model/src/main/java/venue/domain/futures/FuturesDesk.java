package venue.domain.futures;

import java.math.BigDecimal;
import java.time.Instant;
import venue.domain.Rounding;
import venue.domain.account.Account;
import venue.domain.house.HouseShard;
import venue.domain.market.Market;
import venue.domain.market.Tick;

/**
 * All that a decision about one account's position in one market depends on.
 *
 * @param position open or flat
 * @param shard the part of the house that takes the other side
 * @param shards how many parts the house has
 * @param now venue time
 */
public record FuturesDesk(
    Account account,
    Position position,
    HouseShard shard,
    int shards,
    Market market,
    Tick tick,
    Instant now) {

  /** Whether the position is to be liquidated at the tick. */
  public boolean isDue() {
    return position.isDue(market.contract(), tick.price(), tick.fundingIndex());
  }

  /** What settling the position's funding does to the user's cash, rounded, USDT. */
  public BigDecimal fundingChange() {
    return Rounding.userChange(
        position.fundingOwed(market.contract(), tick.fundingIndex()).negate());
  }
}
