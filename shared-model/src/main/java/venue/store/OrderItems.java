package venue.store;

import java.math.BigDecimal;
import java.util.Optional;
import venue.domain.Side;
import venue.domain.futures.FuturesOrder;
import venue.domain.futures.Limit;
import venue.domain.futures.TimeInForce;
import venue.domain.smartleverage.UnitOrder;

/** Orders of both products, as clients give them, within an item. */
final class OrderItems {
  private OrderItems() {}

  static Item write(Item item, FuturesOrder order) {
    order
        .limit()
        .ifPresent(
            limit -> item.with("limit", limit.price()).with("timeInForce", limit.tif().name()));
    order.closes().ifPresent(side -> item.with("autoSize", side.name()));
    return item.with("market", order.market())
        .with("size", order.size())
        .with("close", order.close())
        .with("reduceOnly", order.reduceOnly())
        .with("text", order.text());
  }

  static FuturesOrder readFutures(Item item) {
    return new FuturesOrder(
        item.text("market"),
        item.whole("size"),
        item.flag("close"),
        item.flag("reduceOnly"),
        item.optionalText("autoSize").map(Side::valueOf),
        item.has("limit")
            ? Optional.of(
                new Limit(item.number("limit"), TimeInForce.valueOf(item.text("timeInForce"))))
            : Optional.empty(),
        item.optionalText("text"));
  }

  static Item write(Item item, UnitOrder order) {
    item.with("fund", order.fund()).with("text", order.text());
    order.limit().ifPresent(limit -> item.with("limit", limit));
    return switch (order) {
      case UnitOrder.Buy buy -> item.with("buyAmount", buy.amount());
      case UnitOrder.Sell sell -> item.with("sellUnits", sell.units());
      case UnitOrder.SellFraction part -> item.with("sellFraction", part.fraction());
    };
  }

  static UnitOrder readUnits(Item item) {
    String fund = item.text("fund");
    Optional<BigDecimal> limit =
        item.has("limit") ? Optional.of(item.number("limit")) : Optional.empty();
    Optional<String> text = item.optionalText("text");
    if (item.has("buyAmount")) {
      return new UnitOrder.Buy(fund, item.number("buyAmount"), limit, text);
    }
    return item.has("sellUnits")
        ? new UnitOrder.Sell(fund, item.number("sellUnits"), limit, text)
        : new UnitOrder.SellFraction(fund, item.number("sellFraction"), limit, text);
  }
}
