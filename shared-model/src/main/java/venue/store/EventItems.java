package venue.store;

import venue.domain.history.AccountEvent;

/** What happened in an account, read from the item of its journal entry. */
final class EventItems {
  static final String TRANSFER = "transfer";
  static final String FUNDING = "funding";

  private EventItems() {}

  static AccountEvent read(Item item) {
    return switch (item.text("kind")) {
      case FuturesFillItems.KIND -> new AccountEvent.OrderFilled(FuturesFillItems.read(item));
      case LiquidationFillItems.KIND ->
          new AccountEvent.Liquidated(LiquidationFillItems.read(item));
      case DeleverageFillItems.KIND -> new AccountEvent.Deleveraged(DeleverageFillItems.read(item));
      case UnitFillItems.KIND -> new AccountEvent.UnitsTraded(UnitFillItems.read(item));
      case FUNDING -> new AccountEvent.FundingSettled(item.text("market"), EntryItems.read(item));
      case TRANSFER -> new AccountEvent.Transferred(EntryItems.read(item));
      default -> throw new IllegalStateException("an entry of kind " + item.text("kind"));
    };
  }
}
