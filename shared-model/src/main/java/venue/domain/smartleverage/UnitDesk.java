package venue.domain.smartleverage;

import java.math.BigDecimal;
import java.time.Instant;
import venue.domain.account.Account;
import venue.domain.house.HouseShard;
import venue.domain.market.FillPrice;
import venue.domain.market.Market;
import venue.domain.market.Tick;

/**
 * All that a decision about one account's holding in one fund depends on.
 *
 * @param shard the part of the house that takes the other side
 * @param shards how many parts the house has
 * @param now venue time
 */
public record UnitDesk(
    Account account,
    Holding holding,
    Fund fund,
    HouseShard shard,
    int shards,
    Market market,
    Tick tick,
    Instant now) {

  /**
   * The futures fill price of an exposure that is bought or sold with units.
   *
   * @param base signed; positive: bought
   */
  FillPrice fillPrice(BigDecimal base) {
    return FillPrice.of(
        market, tick, base, account.fills().since(market.name(), tick.sequence()), now);
  }

  /** NAV of one unit with the market's price replaced by a fill price, USDT. */
  BigDecimal unitPrice(FillPrice price) {
    return fund.navAt(price.price(), tick.fundingIndex(), tick.time());
  }
}
