package venue.store;

import java.time.Instant;
import java.util.Optional;
import venue.domain.Outcome;
import venue.domain.Reason;
import venue.domain.account.Account;
import venue.domain.futures.FuturesDesk;
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
 * @param heldStamp which write of the position was read
 * @param labelStamp which write of the label was read
 */
public record FuturesReading(
    Optional<String> secret,
    Optional<Account> account,
    Optional<Position> position,
    Optional<Market> market,
    Optional<Tick> tick,
    Optional<HouseShard> shard,
    Optional<Label> label,
    Stamp heldStamp,
    Stamp labelStamp) {

  /**
   * The desk at which a decision about the position is taken, refused where something is missing.
   *
   * @param contract as the client named it
   * @param shards how many parts the house has
   * @param now venue time
   */
  public Outcome<FuturesDesk> desk(String contract, int shards, Instant now) {
    if (market.isEmpty()) {
      return Outcome.refused(Reason.CONTRACT_NOT_FOUND, "contract: there is no market " + contract);
    }
    if (account.isEmpty()) {
      return Outcome.refused(Reason.USER_NOT_FOUND, "the key's account is not open");
    }
    if (tick.isEmpty() || shard.isEmpty()) {
      return Outcome.refused(Reason.TOO_BUSY, contract + " has no price yet; try again");
    }
    return Outcome.done(
        new FuturesDesk(
            account.get(),
            position.orElseGet(() -> Position.flat(market.get().contract())),
            shard.get(),
            shards,
            market.get(),
            tick.get(),
            now));
  }
}
