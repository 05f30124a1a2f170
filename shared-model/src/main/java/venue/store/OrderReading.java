package venue.store;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import venue.domain.Outcome;
import venue.domain.Reason;
import venue.domain.Side;
import venue.domain.advance.Standing;
import venue.domain.futures.FuturesDesk;
import venue.domain.futures.FuturesOrder;
import venue.domain.futures.Position;
import venue.domain.futures.Slot;
import venue.domain.house.HouseShard;
import venue.domain.market.Tick;
import venue.domain.smartleverage.Fund;
import venue.domain.smartleverage.Holding;
import venue.domain.smartleverage.UnitDesk;

/**
 * What is read at once of all that an order of either product needs.
 *
 * @param secret of the caller's key, none if the key is unknown or revoked
 * @param state of the caller's account, none if there is no such account
 * @param page of the order's market, none if there is no such market
 * @param shard the one asked for, none if the house has not that many
 * @param label of the order's text, none if the order has no text or the text is new
 * @param labelStamp which write of the label was read
 */
public record OrderReading(
    Optional<String> secret,
    Optional<AccountState> state,
    Optional<MarketPage> page,
    Optional<HouseShard> shard,
    Optional<Label> label,
    Stamp labelStamp) {

  /**
   * The desk at which an order is decided, with the position that it meets, refused where something
   * is missing.
   *
   * @param shards how many parts the house has
   * @param standing what the account has open
   * @param now venue time
   */
  public Outcome<FuturesDesk> futuresDesk(
      FuturesOrder order, int shards, Standing standing, Instant now) {
    return standing
        .account()
        .mode()
        .slot(order)
        .then(slot -> futuresDesk(slot, shards, standing, now));
  }

  /**
   * The desk at which a decision about a position is taken, refused where something is missing.
   *
   * @param slot of the market that the client named
   * @param shards how many parts the house has
   * @param standing what the account has open
   * @param now venue time
   */
  public Outcome<FuturesDesk> futuresDesk(Slot slot, int shards, Standing standing, Instant now) {
    String contract = slot.market();
    if (page.isEmpty()) {
      return Outcome.refused(Reason.CONTRACT_NOT_FOUND, "contract: there is no market " + contract);
    }
    if (state.isEmpty()) {
      return noAccount();
    }
    if (page.get().tick().isEmpty() || shard.isEmpty()) {
      return noPrice(contract);
    }
    return Outcome.done(
        new FuturesDesk(
            state.get().account(),
            state.get().held(slot, page.get().market().contract()),
            shard.get(),
            shards,
            page.get().market(),
            page.get().tick().get(),
            standing.legsBeside(slot),
            now));
  }

  /**
   * The desk at which a decision about a holding is taken, refused where something is missing.
   *
   * @param product as the client named it
   * @param shards how many parts the house has
   * @param standing what the account has open
   * @param now venue time
   */
  public Outcome<UnitDesk> unitDesk(
      String product, Side side, int shards, Standing standing, Instant now) {
    if (page.isEmpty()) {
      return Outcome.refused(Reason.CONTRACT_NOT_FOUND, "product: there is no " + product);
    }
    if (state.isEmpty()) {
      return noAccount();
    }
    Optional<Tick> tick = page.get().tick();
    Optional<Fund> fund = page.get().fund(side);
    if (tick.isEmpty() || shard.isEmpty() || fund.isEmpty()) {
      return noPrice(product);
    }
    Optional<Holding> holding = state.get().holding(product);
    boolean torn =
        fund.get().time().isAfter(tick.get().time())
            || holding.filter(held -> held.series() > fund.get().series()).isPresent();
    if (torn) {
      return Outcome.refused(Reason.TOO_BUSY, product + " is being rebalanced; try again");
    }
    return Outcome.done(
        new UnitDesk(
            state.get().account(),
            holding
                .filter(held -> held.series() == fund.get().series())
                .map(held -> held.at(fund.get()))
                .orElseGet(() -> Holding.none(fund.get())),
            fund.get(),
            shard.get(),
            shards,
            page.get().market(),
            tick.get(),
            standing.legs(),
            now));
  }

  /** The account's other open position in a market, in hedge mode. */
  public Optional<Position> beside(Slot slot) {
    return state.stream()
        .flatMap(found -> found.open().stream())
        .filter(held -> held.slot().isBeside(slot))
        .findFirst();
  }

  /** The exposure of the account's units in the market's funds, signed base. */
  public BigDecimal unitExposure() {
    BigDecimal sum = BigDecimal.ZERO;
    for (Holding holding : state.map(AccountState::holdings).orElse(List.of())) {
      for (Fund fund : page.map(MarketPage::funds).orElse(List.of())) {
        sum = sum.add(holding.exposureIn(fund));
      }
    }
    return sum;
  }

  private static <T> Outcome<T> noAccount() {
    return Outcome.refused(Reason.USER_NOT_FOUND, "the key's account is not open");
  }

  private static <T> Outcome<T> noPrice(String name) {
    return Outcome.refused(Reason.TOO_BUSY, name + " has no price yet; try again");
  }
}
