package venue.store;

import venue.domain.futures.LiquidationFill;
import venue.domain.futures.LiquidationFill.Beside;
import venue.domain.futures.Slot;

/** A liquidation with its evidence as an item, which is its journal entry too. */
final class LiquidationFillItems {
  static final String KIND = "liquidation";

  private LiquidationFillItems() {}

  static Item write(LiquidationFill fill) {
    Item item =
        Item.at(Key.entry(fill.account(), fill.id()))
            .with("kind", KIND)
            .with("account", fill.account())
            .with("market", fill.market())
            .with("mode", fill.slot().mode().name())
            .with("tick", fill.tick())
            .with("price", fill.price())
            .with("fundingIndex", fill.fundingIndex())
            .with("size", fill.size())
            .with("entryPrice", fill.entryPrice())
            .with("leverage", fill.leverage())
            .with("cross", fill.cross())
            .with("margin", fill.margin())
            .with("beside", fill.beside().stream().map(LiquidationFillItems::write).toList())
            .with("equity", fill.equity())
            .with("maintenance", fill.maintenance())
            .with("liquidationPrice", fill.liquidationPrice())
            .with("closed", fill.closed())
            .with("fillPrice", fill.fillPrice())
            .with("fee", fill.fee())
            .with("result", fill.result())
            .with("returned", fill.returned())
            .with("uncovered", fill.uncovered())
            .with("insured", fill.insured());
    ClosedPositionItems.write(item, fill.closing());
    TradeItems.indexed(item, fill.market(), fill.id(), fill.time(), true);
    return EntryItems.write(item, fill.entry());
  }

  static LiquidationFill read(Item item) {
    return new LiquidationFill(
        item.whole("id"),
        item.whole("account"),
        new Slot(item.text("market"), Slot.Mode.valueOf(item.text("mode"))),
        item.whole("tick"),
        item.number("price"),
        item.number("fundingIndex"),
        item.whole("size"),
        item.number("entryPrice"),
        item.small("leverage"),
        item.has("cross") && item.flag("cross"),
        item.number("margin"),
        item.maps("beside").stream().map(LiquidationFillItems::readBeside).toList(),
        item.number("equity"),
        item.number("maintenance"),
        item.number("liquidationPrice"),
        item.whole("closed"),
        item.number("fillPrice"),
        item.number("fee"),
        item.number("result"),
        item.number("returned"),
        item.number("uncovered"),
        item.number("insured"),
        ClosedPositionItems.read(item),
        item.time("time"),
        EntryItems.read(item));
  }

  private static Item write(Beside beside) {
    return Item.empty()
        .with("market", beside.market())
        .with("tick", beside.tick())
        .with("price", beside.price())
        .with("result", beside.result())
        .with("maintenance", beside.maintenance());
  }

  private static Beside readBeside(Item item) {
    return new Beside(
        item.text("market"),
        item.whole("tick"),
        item.number("price"),
        item.number("result"),
        item.number("maintenance"));
  }
}
