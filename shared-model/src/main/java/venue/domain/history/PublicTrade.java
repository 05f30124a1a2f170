package venue.domain.history;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.OptionalLong;

/**
 * A trade in a contract as everybody may see it: not whose it is.
 *
 * @param id rises with the time at which the trade became known
 * @param market the contract's name
 * @param size contracts, positive: a user bought
 * @param price USDT
 * @param liquidated of a liquidation, the contracts of the position before it, signed
 * @param time venue time
 */
public record PublicTrade(
    long id, String market, long size, BigDecimal price, OptionalLong liquidated, Instant time) {}
