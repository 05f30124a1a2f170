package venue.store;

import venue.domain.smartleverage.UnitFill;
import venue.domain.smartleverage.UnitOrder;

/** An executed order for units as an item: order, trade and journal entry in one. */
final class UnitFillItems {
  static final String KIND = "units";

  private UnitFillItems() {}

  static Item write(UnitFill fill) {
    Item item =
        Item.at(Key.entry(fill.account(), fill.id()))
            .with("kind", KIND)
            .with("account", fill.account())
            .with("fund", fill.order().fund())
            .with("text", fill.order().text())
            .with("series", fill.series())
            .with("units", fill.units())
            .with("unitPrice", fill.unitPrice())
            .with("cash", fill.cash())
            .with("fee", fill.fee())
            .with("tick", fill.tick());
    switch (fill.order()) {
      case UnitOrder.Buy buy -> item.with("buyAmount", buy.amount());
      case UnitOrder.Sell sell -> item.with("sellUnits", sell.units());
      case UnitOrder.SellFraction part -> item.with("sellFraction", part.fraction());
    }
    return EntryItems.write(FuturesFillItems.writePrice(item, fill.price()), fill.entry());
  }

  static UnitFill read(Item item) {
    return new UnitFill(
        item.whole("id"),
        item.whole("account"),
        readOrder(item),
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

  private static UnitOrder readOrder(Item item) {
    if (item.has("buyAmount")) {
      return new UnitOrder.Buy(
          item.text("fund"), item.number("buyAmount"), item.optionalText("text"));
    }
    if (item.has("sellUnits")) {
      return new UnitOrder.Sell(
          item.text("fund"), item.number("sellUnits"), item.optionalText("text"));
    }
    return new UnitOrder.SellFraction(
        item.text("fund"), item.number("sellFraction"), item.optionalText("text"));
  }
}
