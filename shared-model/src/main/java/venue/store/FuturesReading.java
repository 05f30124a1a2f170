package venue.store;

import java.util.Optional;
import venue.domain.account.Account;
import venue.domain.futures.Position;
import venue.domain.house.HouseShard;
import venue.domain.market.Market;
import venue.domain.market.Tick;

/**
 * What one read finds of all that a futures order needs.
 *
 * @param secret of the caller's key, none if the key is unknown or revoked
 * @param position none if the account never had one in the market
 * @param tick none before the market's first
 * @param shard the one asked for, none if the house has not that many
 * @param label of the order's text, none if the order has no text or the text is new
 */
public record FuturesReading(
    Optional<String> secret,
    Optional<Account> account,
    Optional<Position> position,
    Optional<Market> market,
    Optional<Tick> tick,
    Optional<HouseShard> shard,
    Optional<Label> label) {}
