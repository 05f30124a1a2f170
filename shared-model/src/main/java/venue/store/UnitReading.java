package venue.store;

import java.util.Optional;
import venue.domain.account.Account;
import venue.domain.house.HouseShard;
import venue.domain.market.Market;
import venue.domain.market.Tick;
import venue.domain.smartleverage.Fund;
import venue.domain.smartleverage.Holding;

/**
 * What one read finds of all that an order for units needs.
 *
 * @param secret of the caller's key, none if the key is unknown or revoked
 * @param holding none if the account never had one in the fund
 * @param shard the one asked for, none if the house has not that many
 * @param label of the order's text, none if the order has no text or the text is new
 */
public record UnitReading(
    Optional<String> secret,
    Optional<Account> account,
    Optional<Holding> holding,
    Optional<Fund> fund,
    Optional<Market> market,
    Optional<Tick> tick,
    Optional<HouseShard> shard,
    Optional<Label> label) {}
