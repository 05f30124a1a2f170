package venue.store;

import venue.domain.futures.Accepted;
import venue.domain.futures.FuturesFill;
import venue.domain.market.FillPrice;

/** A filled futures order as an item: order, trade and journal entry in one. */
final class FuturesFillItems {
  static final String KIND = "futures";

  private FuturesFillItems() {}

  static Item write(FuturesFill fill) {
    Item item =
        Item.at(Key.entry(fill.account(), fill.id()))
            .with("kind", KIND)
            .with("order", fill.accepted().id())
            .with("orderTime", fill.accepted().time())
            .with("account", fill.account())
            .with("filled", fill.filled())
            .with("fee", fill.fee())
            .with("result", fill.result())
            .with("funding", fill.funding())
            .with("tick", fill.tick());
    OrderItems.write(item, fill.order());
    TradeItems.indexed(item, fill.order().market(), fill.id(), fill.time(), false);
    ClosedPositionItems.write(item, fill.closing());
    return EntryItems.write(writePrice(item, fill.price()), fill.entry());
  }

  static FuturesFill read(Item item) {
    return new FuturesFill(
        item.whole("id"),
        new Accepted(item.whole("order"), item.time("orderTime")),
        item.whole("account"),
        OrderItems.readFutures(item),
        item.whole("filled"),
        readPrice(item),
        item.whole("tick"),
        item.number("fee"),
        item.number("result"),
        item.number("funding"),
        ClosedPositionItems.read(item),
        item.time("time"),
        EntryItems.read(item));
  }

  static Item writePrice(Item item, FillPrice price) {
    return item.with("price", price.price())
        .with("halfSpread", price.halfSpread())
        .with("staleness", price.staleness())
        .with("impact", price.impact());
  }

  static FillPrice readPrice(Item item) {
    return new FillPrice(
        item.number("price"),
        item.number("halfSpread"),
        item.number("staleness"),
        item.number("impact"));
  }
}
