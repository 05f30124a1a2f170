package venue.store;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import venue.domain.house.Exposure;
import venue.domain.house.HouseShard;

/** A shard of the house's books as an item. */
final class ShardItems {

  private ShardItems() {}

  static Item write(HouseShard shard) {
    Item units = Item.empty();
    shard.units().forEach(units::with);
    Item pots = Item.empty();
    shard.pots().forEach(pots::with);
    return Item.at(Key.shard(shard.market(), shard.number()))
        .with("market", shard.market())
        .with("number", shard.number())
        .with("sequence", shard.sequence())
        .with("cash", shard.cash())
        .with("fees", shard.fees())
        .with("insurance", shard.insurance())
        .with("external", shard.external())
        .with("longs", shard.exposure().longs())
        .with("shorts", shard.exposure().shorts())
        .with("cost", shard.exposure().cost())
        .with("funding", shard.exposure().funding())
        .with("units", units)
        .with("pots", pots)
        .with(TradedItems.CONTRACTS, shard.traded().contracts())
        .with(TradedItems.VALUE, shard.traded().value());
  }

  static HouseShard read(Item item) {
    return new HouseShard(
        item.text("market"),
        item.small("number"),
        item.whole("sequence"),
        item.number("cash"),
        item.number("fees"),
        item.number("insurance"),
        item.number("external"),
        new Exposure(
            item.whole("longs"), item.whole("shorts"), item.number("cost"), item.number("funding")),
        numbers(item.map("units")),
        item.has("pots") ? numbers(item.map("pots")) : Map.of(),
        TradedItems.read(item));
  }

  private static Map<String, BigDecimal> numbers(Item stored) {
    Map<String, BigDecimal> numbers = new HashMap<>();
    stored.attributes().keySet().forEach(name -> numbers.put(name, stored.number(name)));
    return numbers;
  }
}
