package venue.store;

import venue.domain.smartleverage.Holding;

/** A holding as an item. */
final class HoldingItems {

  private HoldingItems() {}

  static Item write(long account, Holding holding) {
    return Item.at(Key.holding(account, holding.fund()))
        .with("fund", holding.fund())
        .with("series", holding.series())
        .with("epoch", holding.epoch())
        .with("units", holding.units())
        .with("paid", holding.paid())
        .with("updateTime", holding.updateTime());
  }

  static Holding read(Item item) {
    return new Holding(
        item.text("fund"),
        item.whole("series"),
        item.whole("epoch"),
        item.number("units"),
        item.number("paid"),
        item.time("updateTime"));
  }
}
