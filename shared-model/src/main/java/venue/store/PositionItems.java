package venue.store;

import java.math.BigDecimal;
import venue.domain.Side;
import venue.domain.futures.LiquidationPrice;
import venue.domain.futures.Position;
import venue.domain.futures.Realised;
import venue.domain.market.Contract;

/** A position as an item; an open one is in the index of liquidation keys. */
final class PositionItems {
  private PositionItems() {}

  static Item write(long account, Position position, Contract contract, BigDecimal fundingIndex) {
    Item item =
        Item.at(Key.position(account, position.market()))
            .with("market", position.market())
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
            .with("openTime", position.openTime())
            .with("updateTime", position.updateTime())
            .with("tick", position.tick());
    if (!position.isFlat()) {
      LiquidationPrice price = LiquidationPrice.of(position, contract, fundingIndex);
      item.with(
              Schema.LIQUIDATION_KEYS.partitionKey(),
              liquidationPartition(
                  position.market(), position.side(), position.tierVersion(), price.tier(), 0))
          .with(Schema.LIQUIDATION_KEYS.sortKey(), price.key());
    }
    return item;
  }

  /** The partition of the index in which a market's keys of one side, tier and shard are. */
  static String liquidationPartition(
      String market, Side side, int tierVersion, int tier, long shard) {
    return market + "#" + side + "#" + tierVersion + "." + tier + "#" + shard;
  }

  static Position read(Item item) {
    return new Position(
        item.text("market"),
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
        item.time("openTime"),
        item.time("updateTime"),
        item.whole("tick"));
  }
}
