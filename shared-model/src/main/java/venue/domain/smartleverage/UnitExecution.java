package venue.domain.smartleverage;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import venue.domain.Rounding;
import venue.domain.account.Account;
import venue.domain.account.JournalEntry;
import venue.domain.house.HouseShard;

/** What an executed order for units leaves behind: all of it is stored together, or nothing. */
public record UnitExecution(Account account, Holding holding, HouseShard shard, UnitFill fill) {

  /**
   * Books a trade of units.
   *
   * @param paid what the holding's units cost afterwards, USDT
   */
  static UnitExecution booked(
      UnitDesk desk, UnitOrder order, long id, UnitQuote quote, BigDecimal paid) {
    BigDecimal base =
        desk.fund()
            .exposure()
            .multiply(quote.units())
            .setScale(Rounding.NAV_SCALE, RoundingMode.UP);
    Account account =
        desk.boxed(
            desk.account()
                .booked(quote.cash())
                .withFills(
                    desk.account()
                        .fills()
                        .with(desk.market().name(), desk.tick().sequence(), base)));
    HouseShard shard =
        desk.shard()
            .booked(quote.cash().negate().subtract(quote.fee()), quote.fee(), BigDecimal.ZERO)
            .withUnits(desk.fund().seriesName(), desk.fund().inFirstUnits(quote.units()));
    Holding holding =
        desk.holding().traded(quote.units(), paid, desk.fund(), desk.tick(), desk.now());
    JournalEntry entry =
        new JournalEntry(
            id, desk.now(), List.of(desk.account().posting(account), desk.shard().posting(shard)));
    UnitFill fill =
        new UnitFill(
            id,
            account.number(),
            order,
            desk.fund().series(),
            quote.units(),
            quote.unitPrice(),
            quote.cash(),
            quote.fee(),
            quote.price(),
            desk.tick().sequence(),
            desk.now(),
            entry);
    return new UnitExecution(account, holding, shard, fill);
  }
}
