package venue.store;

import venue.domain.futures.DeleverageFill;
import venue.domain.futures.DeleverageFill.Place;

/** An auto-deleveraging with its evidence as an item, which is its journal entry too. */
final class DeleverageFillItems {
  static final String KIND = "deleverage";

  private DeleverageFillItems() {}

  static Item write(DeleverageFill fill) {
    Item item =
        Item.at(Key.entry(fill.account(), fill.id()))
            .with("kind", KIND)
            .with("account", fill.account())
            .with("market", fill.market())
            .with("tick", fill.tick())
            .with("price", fill.price())
            .with("fundingIndex", fill.fundingIndex())
            .with("step", fill.place().step())
            .with("rank", fill.place().rank())
            .with("score", fill.place().score())
            .with("size", fill.size())
            .with("entryPrice", fill.entryPrice())
            .with("leverage", fill.leverage())
            .with("cross", fill.cross())
            .with("filled", fill.closed())
            .with("result", fill.result())
            .with("funding", fill.funding());
    DeficitItems.write(item, fill.deficit());
    ClosedPositionItems.write(item, fill.closing());
    TradeItems.indexed(item, fill.market(), fill.id(), fill.time(), false);
    return EntryItems.write(item, fill.entry());
  }

  static DeleverageFill read(Item item) {
    return new DeleverageFill(
        item.whole("id"),
        item.whole("account"),
        item.text("market"),
        item.whole("tick"),
        item.number("price"),
        item.number("fundingIndex"),
        DeficitItems.read(item),
        new Place(item.whole("step"), item.small("rank"), item.number("score")),
        item.whole("size"),
        item.number("entryPrice"),
        item.small("leverage"),
        item.flag("cross"),
        item.whole("filled"),
        item.number("result"),
        item.number("funding"),
        ClosedPositionItems.read(item),
        item.time("time"),
        EntryItems.read(item));
  }
}
