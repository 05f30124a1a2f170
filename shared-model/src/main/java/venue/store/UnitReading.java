package venue.store;

import java.time.Instant;
import java.util.Optional;
import venue.domain.Outcome;
import venue.domain.Reason;
import venue.domain.account.Account;
import venue.domain.house.HouseShard;
import venue.domain.market.Market;
import venue.domain.market.Tick;
import venue.domain.smartleverage.Fund;
import venue.domain.smartleverage.Holding;
import venue.domain.smartleverage.UnitDesk;

/**
 * What one read finds of all that an order for units needs.
 *
 * @param secret of the caller's key, none if the key is unknown or revoked
 * @param holding none if the account never had one in the fund
 * @param shard the one asked for, none if the house has not that many
 * @param label of the order's text, none if the order has no text or the text is new
 * @param heldStamp which write of the holding was read
 * @param labelStamp which write of the label was read
 */
public record UnitReading(
    Optional<String> secret,
    Optional<Account> account,
    Optional<Holding> holding,
    Optional<Fund> fund,
    Optional<Market> market,
    Optional<Tick> tick,
    Optional<HouseShard> shard,
    Optional<Label> label,
    Stamp heldStamp,
    Stamp labelStamp) {

  /**
   * The desk at which a decision about the holding is taken, refused where something is missing.
   *
   * @param product as the client named it
   * @param shards how many parts the house has
   * @param now venue time
   */
  public Outcome<UnitDesk> desk(String product, int shards, Instant now) {
    if (market.isEmpty()) {
      return Outcome.refused(Reason.CONTRACT_NOT_FOUND, "product: there is no " + product);
    }
    if (account.isEmpty()) {
      return Outcome.refused(Reason.USER_NOT_FOUND, "the key's account is not open");
    }
    if (tick.isEmpty() || shard.isEmpty() || fund.isEmpty()) {
      return Outcome.refused(Reason.TOO_BUSY, product + " has no price yet; try again");
    }
    boolean torn =
        fund.get().time().isAfter(tick.get().time())
            || holding.filter(held -> held.series() > fund.get().series()).isPresent();
    if (torn) {
      return Outcome.refused(Reason.TOO_BUSY, product + " is being rebalanced; try again");
    }
    return Outcome.done(
        new UnitDesk(
            account.get(),
            holding
                .filter(held -> held.series() == fund.get().series())
                .orElseGet(() -> Holding.none(fund.get())),
            fund.get(),
            shard.get(),
            shards,
            market.get(),
            tick.get(),
            now));
  }
}
