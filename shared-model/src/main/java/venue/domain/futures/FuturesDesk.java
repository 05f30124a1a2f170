package venue.domain.futures;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import venue.domain.Outcome;
import venue.domain.Rounding;
import venue.domain.account.Account;
import venue.domain.house.HouseShard;
import venue.domain.market.FillPrice;
import venue.domain.market.Market;
import venue.domain.market.Tick;

/**
 * All that a decision about one account's position in one market depends on.
 *
 * @param position open or flat
 * @param shard the part of the house that takes the other side
 * @param shards how many parts the house has
 * @param others the account's other open cross positions, those in the same market at the same tick
 * @param now venue time
 */
public record FuturesDesk(
    Account account,
    Position position,
    HouseShard shard,
    int shards,
    Market market,
    Tick tick,
    List<CrossLeg> others,
    Instant now) {

  public FuturesDesk {
    others = List.copyOf(others);
  }

  /** The desk of an account without cross positions in other markets. */
  public FuturesDesk(
      Account account,
      Position position,
      HouseShard shard,
      int shards,
      Market market,
      Tick tick,
      Instant now) {
    this(account, position, shard, shards, market, tick, List.of(), now);
  }

  /** Whether an order may fill at the tick now. */
  public boolean fills() {
    return tick.fills(now, market.priceAgeMax());
  }

  /**
   * Whether the position is isolated and to be liquidated at the tick. An account with cross
   * positions is judged when all its markets have ticked, not before.
   */
  public boolean isDue() {
    return !position.cross()
        && position.isDue(market.contract(), tick.price(), tick.fundingIndex());
  }

  /** What the account has available, USDT. */
  public BigDecimal available() {
    return CrossMargin.available(account, legs(position));
  }

  /** Whether a position of a size at a price lies within the tiers, with the present leverage. */
  public Outcome<Long> withinTiers(long size, BigDecimal price) {
    return AddedRisk.withinTiers(market.contract(), size, position.leverage(), price);
  }

  /** All open cross positions of the account, with this one in the desk's market. */
  List<CrossLeg> legs(Position own) {
    List<CrossLeg> legs = new ArrayList<>(others);
    leg(own).ifPresent(legs::add);
    return legs;
  }

  private Optional<CrossLeg> leg(Position own) {
    return own.cross() && !own.isFlat()
        ? Optional.of(new CrossLeg(own, market, tick))
        : Optional.empty();
  }

  /** An account after a change of the desk's position, with its box as the change asks for. */
  Account boxed(Account after, Position changed) {
    return after.withCross(CrossBox.after(account, after, leg(position), leg(changed), others));
  }

  /**
   * The price at which a trade of so many contracts, signed, would fill now, with the account's own
   * fills at the tick.
   */
  public FillPrice fillPrice(long size) {
    return FillPrice.of(
        market,
        tick,
        market.contract().base(size),
        account.fills().since(market.name(), tick.sequence()),
        now);
  }

  /**
   * The desk for the account's other position in the market, in hedge mode, once a change of this
   * one is done.
   *
   * @param accountNow after the change
   * @param changed this desk's position after it
   * @param shardNow after the change
   */
  public FuturesDesk beside(
      Position other, Account accountNow, Position changed, HouseShard shardNow) {
    List<CrossLeg> legs = new ArrayList<>(others);
    legs.removeIf(leg -> leg.position().slot().equals(other.slot()));
    leg(changed).ifPresent(legs::add);
    return new FuturesDesk(accountNow, other, shardNow, shards, market, tick, legs, now);
  }

  /** The price at which the position would be closed now, USDT. */
  BigDecimal closingPrice() {
    return fillPrice(-position.size()).price();
  }

  /** The same desk with more (positive) or less set aside for resting orders, USDT. */
  public FuturesDesk withOrderMargin(BigDecimal change) {
    return new FuturesDesk(
        account.withOrderMargin(change), position, shard, shards, market, tick, others, now);
  }

  /** The same desk with another part of the house. */
  public FuturesDesk withShard(HouseShard other) {
    return new FuturesDesk(account, position, other, shards, market, tick, others, now);
  }

  /** What settling the position's funding does to the user's cash, rounded, USDT. */
  public BigDecimal fundingChange() {
    return Rounding.userChange(
        position.fundingOwed(market.contract(), tick.fundingIndex()).negate());
  }
}
