package venue.store;

import venue.domain.Side;
import venue.domain.smartleverage.Fund;
import venue.domain.smartleverage.Outlay;

/** A fund as of its last rebalance as an item. */
final class FundItems {

  private FundItems() {}

  static Item write(Fund fund) {
    return Item.at(Key.fund(fund.market(), fund.side()))
        .with("name", fund.name())
        .with("market", fund.market())
        .with("side", fund.side().name())
        .with("series", fund.series())
        .with("epoch", fund.epoch())
        .with("nav", fund.nav())
        .with("price", fund.price())
        .with("fundingIndex", fund.fundingIndex())
        .with("time", fund.time())
        .with("exposure", fund.exposure())
        .with("managementFee", fund.managementFee())
        .with("rebalances", fund.rebalances())
        .with("outlayFunding", fund.outlay().funding())
        .with("outlayFee", fund.outlay().fee())
        .with("outlayCost", fund.outlay().cost());
  }

  // What was paid before it was kept counts as nothing.
  private static Outlay outlay(Item item) {
    return item.has("outlayFunding")
        ? new Outlay(
            item.number("outlayFunding"), item.number("outlayFee"), item.number("outlayCost"))
        : Outlay.NONE;
  }

  static Fund read(Item item) {
    return new Fund(
        item.text("name"),
        item.text("market"),
        Side.valueOf(item.text("side")),
        item.whole("series"),
        item.whole("epoch"),
        item.number("nav"),
        item.number("price"),
        item.number("fundingIndex"),
        item.time("time"),
        item.number("exposure"),
        item.number("managementFee"),
        item.whole("rebalances"),
        outlay(item));
  }
}
