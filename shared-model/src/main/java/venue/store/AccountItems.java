package venue.store;

import java.util.HashMap;
import java.util.Map;
import venue.domain.account.Account;
import venue.domain.account.RecentFills;
import venue.domain.futures.PositionMode;

/** An account as an item. */
final class AccountItems {

  private AccountItems() {}

  static Item write(Account account) {
    Item fills = Item.empty();
    account
        .fills()
        .byMarket()
        .forEach(
            (market, fill) ->
                fills.with(
                    market,
                    Item.empty()
                        .with("tick", fill.tick())
                        .with("base", fill.base())
                        .with("next", fill.next())));
    Item item =
        Item.at(Key.account(account.number()))
            .with("number", account.number())
            .with("cash", account.cash())
            .with("positionMargin", account.positionMargin())
            .with("orderMargin", account.orderMargin())
            .with("external", account.external())
            .with("sequence", account.sequence())
            .with("version", account.version())
            .with("mode", account.mode().name())
            .with("fills", fills)
            .with("createTime", account.createTime());
    return CrossItems.write(item, account.cross());
  }

  static Account read(Item item) {
    Map<String, RecentFills.Fill> fills = new HashMap<>();
    Item stored = item.map("fills");
    for (String market : stored.attributes().keySet()) {
      Item fill = stored.map(market);
      fills.put(
          market,
          new RecentFills.Fill(fill.whole("tick"), fill.number("base"), fill.whole("next")));
    }
    return new Account(
        item.whole("number"),
        item.number("cash"),
        item.number("positionMargin"),
        item.number("orderMargin"),
        item.number("external"),
        item.whole("sequence"),
        item.whole("version"),
        PositionMode.valueOf(item.text("mode")),
        new RecentFills(fills),
        CrossItems.read(item),
        item.time("createTime"));
  }
}
