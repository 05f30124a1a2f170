package venue.domain.house;

import java.math.BigDecimal;
import java.util.Optional;
import venue.domain.market.Market;
import venue.domain.market.Tick;

/**
 * How much more risk the house can bear in a market: its equity must cover the reserve for users'
 * net exposure after a trade that enlarges it. A trade reads the latest tick and one shard of the
 * books, so it is looked at twice.
 *
 * <p>First by the tick, which was published with the house's equity and users' net exposure, funds
 * included: with what the account has traded since and the trade itself, the reserve must be
 * covered. Equity at the tick's price does not fall by trading: every fill is at that price or
 * worse for the trader. It falls by losses that neither margin nor insurance covers, which the next
 * tick's equity knows.
 *
 * <p>Second by the shard, for what others trade between two ticks: the shard's own exposure may
 * grow as far as its even part of the equity covers, as with the {@link
 * venue.domain.market.Caps#shared caps}. With {@code n} shards, {@code |Σs| ≤ Σ|s|}, so that all
 * shards together take on no more than the equity covers, whatever comes within one tick. What was
 * opened through one shard and closed through another stays in both as opposite exposure: it makes
 * shards refuse too early or, the other way round, take that much more until the next tick tells.
 *
 * <p>A tick that does not say what equity the house has, because it is older than this rule, sets
 * no limit.
 *
 * @param shards how many parts the house has
 */
public record Headroom(Market market, Tick tick, int shards) {

  /**
   * Users' net exposure after a trade if the house's equity does not cover the reserve for it,
   * signed base; none if there is room.
   *
   * @param since the account's own fills since the tick, signed base
   * @param trade signed base
   * @param shardBefore the shard's own exposure of the kind that is traded, signed base
   * @param shardAfter the same after the trade
   */
  public Optional<BigDecimal> exceededBy(
      BigDecimal since, BigDecimal trade, BigDecimal shardBefore, BigDecimal shardAfter) {
    BigDecimal known = tick.skew().add(since);
    BigDecimal after = known.add(trade);
    BigDecimal allShards = shardAfter.multiply(BigDecimal.valueOf(shards));
    return tick.houseEquity()
        .flatMap(
            equity ->
                exceeded(equity, known, after, after)
                    .or(() -> exceeded(equity, shardBefore, shardAfter, allShards)));
  }

  private Optional<BigDecimal> exceeded(
      BigDecimal equity, BigDecimal before, BigDecimal after, BigDecimal reserved) {
    boolean grows = after.abs().compareTo(before.abs()) > 0;
    return grows && !market.solvency().covers(equity, reserved, tick.price())
        ? Optional.of(reserved)
        : Optional.empty();
  }
}
