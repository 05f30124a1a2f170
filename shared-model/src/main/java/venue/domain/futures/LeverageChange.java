package venue.domain.futures;

import java.math.BigDecimal;
import java.util.List;
import venue.domain.Outcome;
import venue.domain.Reason;
import venue.domain.account.Account;
import venue.domain.account.JournalEntry;
import venue.domain.house.HouseShard;
import venue.domain.market.Contract;
import venue.domain.market.FillPrice;

/**
 * Another leverage for a position, open or flat. An open position's margin becomes the initial
 * margin of its entry value at the new leverage; where that takes cash out, the position must stand
 * being closed at once.
 *
 * @param entry of the funding settled on the way; without postings for a flat position
 */
public record LeverageChange(
    Account account, Position position, HouseShard shard, JournalEntry entry) {

  /** Decides a change of leverage, the position staying isolated or cross as it is. */
  public static Outcome<LeverageChange> decide(int leverage, long id, FuturesDesk desk) {
    return decide(leverage, desk.position().cross(), id, desk);
  }

  /**
   * Decides a change of leverage.
   *
   * @param cross whether the position shares the account's free cash from now on; only a flat one
   *     can change that
   */
  public static Outcome<LeverageChange> decide(
      int leverage, boolean cross, long id, FuturesDesk desk) {
    Contract contract = desk.market().contract();
    if (leverage > contract.leverageMax()) {
      return Outcome.refused(
          Reason.LEVERAGE_TOO_HIGH, "leverage: at most " + contract.leverageMax());
    }
    if (leverage < contract.leverageMin()) {
      return Outcome.refused(
          Reason.LEVERAGE_TOO_LOW, "leverage: at least " + contract.leverageMin());
    }
    if (desk.position().isFlat()) {
      return Outcome.done(ofFlat(leverage, cross, id, desk));
    }
    return cross == desk.position().cross()
        ? ofOpen(leverage, id, desk)
        : Outcome.refused(
            Reason.POSITION_HOLDING,
            "leverage: close the position before it changes between isolated and cross (0)");
  }

  private static LeverageChange ofFlat(int leverage, boolean cross, long id, FuturesDesk desk) {
    return new LeverageChange(
        desk.account().touched(),
        desk.position().withCross(cross, leverage),
        desk.shard(),
        new JournalEntry(id, desk.now(), List.of()));
  }

  private static Outcome<LeverageChange> ofOpen(int leverage, long id, FuturesDesk desk) {
    Contract contract = desk.market().contract();
    Position held = desk.position();
    if (!desk.tick().fills(desk.now(), desk.market().priceAgeMax())) {
      return Outcome.refused(
          Reason.TOO_BUSY, held.market() + " has no fresh price at the moment; try again");
    }
    if (desk.isDue()) {
      return Outcome.refused(
          Reason.POSITION_IN_LIQUIDATION,
          "the position in " + held.market() + " is due for liquidation");
    }
    BigDecimal price = desk.tick().price();
    BigDecimal notional = contract.base(Math.abs(held.size())).multiply(price);
    if (leverage > contract.tiers().tierOf(notional).leverageMax()) {
      return Outcome.refused(
          Reason.LEVERAGE_TOO_HIGH,
          "leverage: at most "
              + contract.tiers().tierOf(notional).leverageMax()
              + " for a position of this size");
    }
    BigDecimal change = desk.fundingChange();
    Position settled = held.fundingSettled(desk.tick().fundingIndex(), change);
    BigDecimal margin =
        held.cross()
            ? BigDecimal.ZERO
            : Position.initialMargin(held.cost().abs(), leverage, contract.takerFeeRate());
    Position after = settled.withLeverage(contract, leverage, margin).touched(desk.tick(), false);
    Account account =
        desk.boxed(
            desk.account()
                .booked(change)
                .withPositionMargin(
                    desk.account().positionMargin().subtract(held.margin()).add(margin)),
            after);
    BigDecimal available = CrossMargin.available(account, desk.legs(after));
    boolean takesMore =
        available.compareTo(CrossMargin.available(desk.account(), desk.legs(held))) < 0;
    if (takesMore && !CrossMargin.areFresh(desk.others(), desk.now())) {
      return Outcome.refused(
          Reason.TOO_BUSY,
          "leverage: a market of the cross positions has no fresh price at the moment; try again");
    }
    if (takesMore && available.signum() < 0) {
      return Outcome.refused(
          Reason.INSUFFICIENT_AVAILABLE,
          "leverage: the margin at "
              + leverage
              + " exceeds what is available by "
              + available.negate().stripTrailingZeros().toPlainString()
              + " USDT");
    }
    boolean takesCashOut = !held.cross() && margin.compareTo(settled.margin()) < 0;
    if (takesCashOut && after.isDue(contract, worse(desk), desk.tick().fundingIndex())) {
      return Outcome.refused(
          Reason.LIQUIDATE_IMMEDIATELY,
          "leverage: the position would be due for liquidation at once");
    }
    if (takesMore && CrossMargin.of(account, desk.legs(after)).isDue()) {
      return Outcome.refused(
          Reason.LIQUIDATE_IMMEDIATELY,
          "leverage: the cross positions would be due for liquidation at once");
    }
    HouseShard shard =
        desk.shard()
            .booked(change.negate(), BigDecimal.ZERO, BigDecimal.ZERO)
            .withExposure(
                desk.shard().exposure().replaced(held, after, contract.quantoMultiplier()));
    JournalEntry entry =
        new JournalEntry(
            id, desk.now(), List.of(desk.account().posting(account), desk.shard().posting(shard)));
    return Outcome.done(new LeverageChange(account, after, shard, entry));
  }

  private static BigDecimal worse(FuturesDesk desk) {
    Contract contract = desk.market().contract();
    long closing = -desk.position().size();
    BigDecimal fillsSince = desk.account().fills().since(contract.name(), desk.tick().sequence());
    return FillPrice.of(desk.market(), desk.tick(), contract.base(closing), fillsSince, desk.now())
        .price();
  }
}
