package venue.store;

import venue.domain.smartleverage.UnitFill;

/** An executed order for units as an item: order, trade and journal entry in one. */
final class UnitFillItems {
  static final String KIND = "units";

  private UnitFillItems() {}

  static Item write(UnitFill fill) {
    Item item =
        Item.at(Key.entry(fill.account(), fill.id()))
            .with("kind", KIND)
            .with("account", fill.account())
            .with("series", fill.series())
            .with("units", fill.units())
            .with("unitPrice", fill.unitPrice())
            .with("cash", fill.cash())
            .with("fee", fill.fee())
            .with("tick", fill.tick());
    OrderItems.write(item, fill.order());
    return EntryItems.write(FuturesFillItems.writePrice(item, fill.price()), fill.entry());
  }

  static UnitFill read(Item item) {
    return new UnitFill(
        item.whole("id"),
        item.whole("account"),
        OrderItems.readUnits(item),
        item.whole("series"),
        item.number("units"),
        item.number("unitPrice"),
        item.number("cash"),
        item.number("fee"),
        FuturesFillItems.readPrice(item),
        item.whole("tick"),
        item.time("time"),
        EntryItems.read(item));
  }
}
