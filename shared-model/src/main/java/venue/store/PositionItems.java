package venue.store;

import java.math.BigDecimal;
import venue.domain.Side;
import venue.domain.futures.LegTrigger;
import venue.domain.futures.LiquidationPrice;
import venue.domain.futures.Position;
import venue.domain.futures.Realised;
import venue.domain.futures.Slot;
import venue.domain.futures.Turnover;
import venue.domain.market.Contract;

/** A position as an item; an open one is in the index of liquidation keys. */
final class PositionItems {
  private PositionItems() {}

  /** An isolated position, or a flat one. */
  static Item write(long account, Position position, Contract contract, BigDecimal fundingIndex) {
    Item item = fields(account, position);
    if (position.isFlat()) {
      return item;
    }
    LiquidationPrice price = LiquidationPrice.of(position, contract, fundingIndex);
    return indexed(item, position, price.tier(), price.key());
  }

  /** An open cross position. */
  static Item write(long account, Position position, LegTrigger trigger) {
    return indexed(fields(account, position), position, trigger.tier(), trigger.key());
  }

  private static Item indexed(Item item, Position position, int tier, BigDecimal key) {
    return item.with(
            Schema.LIQUIDATION_KEYS.partitionKey(),
            liquidationPartition(
                position.market(), position.side(), position.tierVersion(), tier, 0))
        .with(Schema.LIQUIDATION_KEYS.sortKey(), key);
  }

  private static Item fields(long account, Position position) {
    return Item.at(Key.position(account, position.slot()))
        .with("market", position.market())
        .with("mode", position.slot().mode().name())
        .with("size", position.size())
        .with("cost", position.cost())
        .with("margin", position.margin())
        .with("fundingIndex", position.fundingIndex())
        .with("leverage", position.leverage())
        .with("cross", position.cross())
        .with("tierVersion", position.tierVersion())
        .with("realisedTrading", position.realised().trading())
        .with("realisedFunding", position.realised().funding())
        .with("realisedFees", position.realised().fees())
        .with("mostHeld", position.turnover().most())
        .with("opened", position.turnover().opened())
        .with("openedValue", position.turnover().value())
        .with("openTime", position.openTime())
        .with("updateTime", position.updateTime())
        .with("tick", position.tick());
  }

  /** The partition of the index in which a market's keys of one side, tier and shard are. */
  static String liquidationPartition(
      String market, Side side, int tierVersion, int tier, long shard) {
    return market + "#" + side + "#" + tierVersion + "." + tier + "#" + shard;
  }

  static Position read(Item item) {
    return new Position(
        new Slot(item.text("market"), Slot.Mode.valueOf(item.text("mode"))),
        item.whole("size"),
        item.number("cost"),
        item.number("margin"),
        item.number("fundingIndex"),
        item.small("leverage"),
        item.flag("cross"),
        item.small("tierVersion"),
        new Realised(
            item.number("realisedTrading"),
            item.number("realisedFunding"),
            item.number("realisedFees")),
        new Turnover(item.whole("mostHeld"), item.whole("opened"), item.number("openedValue")),
        item.time("openTime"),
        item.time("updateTime"),
        item.whole("tick"));
  }
}
