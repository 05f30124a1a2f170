package venue.store;

import java.util.Optional;
import venue.domain.smartleverage.FundDeleverage;
import venue.domain.smartleverage.Rebalance;

/** A rebalance of a fund with every input as an item. */
final class RebalanceItems {

  private static final String UNITS = "units";

  private RebalanceItems() {}

  static Item write(Rebalance rebalance) {
    Item item =
        Item.at(Key.rebalance(rebalance.before().name(), rebalance.tick()))
            .with("kind", rebalance.kind().name())
            .with("tick", rebalance.tick())
            .with("time", rebalance.time())
            .with("price", rebalance.price())
            .with("fundingIndex", rebalance.fundingIndex())
            .with("sigma", rebalance.sigma())
            .with("target", rebalance.target())
            .with("navBefore", rebalance.navBefore())
            .with("leverageBefore", rebalance.leverageBefore())
            .with("cost", rebalance.cost())
            .with("before", FundItems.write(rebalance.before()))
            .with("after", FundItems.write(rebalance.after()));
    rebalance
        .deleverage()
        .ifPresent(
            why ->
                DeficitItems.write(
                    item.with(UNITS, why.units()).with("step", why.step()), why.deficit()));
    return item;
  }

  static Rebalance read(Item item) {
    return new Rebalance(
        Rebalance.Kind.valueOf(item.text("kind")),
        item.whole("tick"),
        item.time("time"),
        item.number("price"),
        item.number("fundingIndex"),
        item.number("sigma"),
        item.number("target"),
        item.number("navBefore"),
        item.number("leverageBefore"),
        item.number("cost"),
        FundItems.read(item.map("before")),
        FundItems.read(item.map("after")),
        item.has(UNITS)
            ? Optional.of(
                new FundDeleverage(item.whole("step"), DeficitItems.read(item), item.number(UNITS)))
            : Optional.empty());
  }
}
