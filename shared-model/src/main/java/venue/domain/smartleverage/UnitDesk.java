package venue.domain.smartleverage;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import venue.domain.account.Account;
import venue.domain.futures.CrossBox;
import venue.domain.futures.CrossLeg;
import venue.domain.futures.CrossMargin;
import venue.domain.house.HouseShard;
import venue.domain.market.Market;
import venue.domain.market.Tick;

/**
 * All that a decision about one account's holding in one fund depends on.
 *
 * @param shard the part of the house that takes the other side
 * @param shards how many parts the house has
 * @param legs the account's open cross positions
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
    List<CrossLeg> legs,
    Instant now) {

  public UnitDesk {
    legs = List.copyOf(legs);
  }

  /** The desk of an account without cross positions. */
  public UnitDesk(
      Account account,
      Holding holding,
      Fund fund,
      HouseShard shard,
      int shards,
      Market market,
      Tick tick,
      Instant now) {
    this(account, holding, fund, shard, shards, market, tick, List.of(), now);
  }

  /** Whether an order may fill at the tick now. */
  public boolean fills() {
    return tick.fills(now, market.priceAgeMax());
  }

  /** What may be spent, USDT. */
  BigDecimal available() {
    return CrossMargin.available(account, legs);
  }

  /** Whether the account's cross positions would be due if it had so much less cash, USDT. */
  boolean wouldBeDueWithout(BigDecimal amount) {
    CrossMargin margin = CrossMargin.of(account, legs);
    return new CrossMargin(margin.cash().subtract(amount), margin.legs()).isDue();
  }

  /** An account after a change of its cash, with its box as the change asks for. */
  Account boxed(Account after) {
    return after.withCross(
        CrossBox.after(account, after, Optional.empty(), Optional.empty(), legs));
  }

  /** What units are bought and sold at, with the account's own fills at the tick. */
  UnitQuote.Trading trading() {
    return new UnitQuote.Trading(
        market, fund, tick, account.fills().since(market.name(), tick.sequence()), now);
  }

  /** The same desk with another part of the house. */
  public UnitDesk withShard(HouseShard other) {
    return new UnitDesk(account, holding, fund, other, shards, market, tick, legs, now);
  }
}
