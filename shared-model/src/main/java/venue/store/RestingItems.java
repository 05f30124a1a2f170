package venue.store;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;
import venue.domain.Side;
import venue.domain.resting.FinishedOrder;
import venue.domain.resting.RestingOrder;
import venue.domain.resting.RestingOrder.LimitOrder;
import venue.domain.resting.RestingOrder.PriceOrder;
import venue.domain.resting.RestingOrder.WaitingOrder;
import venue.domain.resting.RestingOrder.WaitingUnitOrder;
import venue.domain.resting.Trigger;

/** Resting and finished orders as items; a resting one is in the index of trigger prices. */
final class RestingItems {
  private static final String EPOCH = "epoch";

  private RestingItems() {}

  static Item write(long account, RestingOrder order) {
    Item item = fields(Item.at(Key.resting(account, order.id())), order);
    Trigger trigger = order.trigger();
    return item.with(
            Schema.TRIGGER_PRICES.partitionKey(), partition(order.market(), trigger.rule(), 0))
        .with(Schema.TRIGGER_PRICES.sortKey(), trigger.price());
  }

  static Item write(long account, FinishedOrder finished) {
    Item item = fields(Item.at(Key.finished(account, finished.order().id())), finished.order());
    finished.fill().ifPresent(id -> item.with("fill", id));
    return item.with("end", finished.end().name()).with("endTime", finished.time());
  }

  /** The partition of the index in which the triggers of a market, rule and shard are. */
  static String partition(String market, Trigger.Rule rule, long shard) {
    return market + "#" + rule + "#" + shard;
  }

  private static Item fields(Item item, RestingOrder order) {
    item.with("id", order.id()).with("tick", order.tick()).with("time", order.time());
    return switch (order) {
      case PriceOrder price -> {
        price.expires().ifPresent(end -> item.with("expiry", end));
        yield write(OrderItems.write(item, price.order()), price.trigger())
            .with("closes", price.closes().name())
            .with("updated", price.updated());
      }
      case LimitOrder limit ->
          write(OrderItems.write(item, limit.order()), limit.trigger())
              .with("margin", limit.margin())
              .with("updated", limit.updated());
      case WaitingOrder waiting ->
          setAside(OrderItems.write(item, waiting.order()), waiting.margin());
      case WaitingUnitOrder units ->
          setAside(OrderItems.write(item, units.order()), units.margin())
              .with("market", units.market())
              .with(EPOCH, units.epoch());
    };
  }

  private static Item setAside(Item item, BigDecimal margin) {
    return margin.signum() == 0 ? item : item.with("margin", margin);
  }

  private static Item write(Item item, Trigger trigger) {
    return item.with("rule", trigger.rule().name()).with("trigger", trigger.price());
  }

  private static Trigger readTrigger(Item item) {
    return new Trigger(Trigger.Rule.valueOf(item.text("rule")), item.number("trigger"));
  }

  static RestingOrder read(Item item) {
    long id = item.whole("id");
    long tick = item.whole("tick");
    if (item.has("margin") && item.has("rule")) {
      return new LimitOrder(
          id,
          OrderItems.readFutures(item),
          readTrigger(item),
          item.number("margin"),
          tick,
          item.time("time"),
          item.time("updated"));
    }
    if (item.has("rule")) {
      Optional<Instant> expiry =
          item.has("expiry") ? Optional.of(item.time("expiry")) : Optional.empty();
      return new PriceOrder(
          id,
          OrderItems.readFutures(item),
          Side.valueOf(item.text("closes")),
          readTrigger(item),
          expiry,
          tick,
          item.time("time"),
          // One that was stored before price orders could be amended has never been.
          item.time(item.has("updated") ? "updated" : "time"));
    }
    // For what only takes risk away nothing is set aside.
    BigDecimal margin = item.has("margin") ? item.number("margin") : BigDecimal.ZERO;
    return item.has("fund")
        ? new WaitingUnitOrder(
            id,
            item.text("market"),
            OrderItems.readUnits(item),
            margin,
            item.has(EPOCH) ? item.whole(EPOCH) : 0,
            tick,
            item.time("time"))
        : new WaitingOrder(id, OrderItems.readFutures(item), margin, tick, item.time("time"));
  }

  static FinishedOrder readFinished(Item item) {
    return new FinishedOrder(
        read(item),
        FinishedOrder.End.valueOf(item.text("end")),
        item.has("fill") ? Optional.of(item.whole("fill")) : Optional.empty(),
        item.time("endTime"));
  }
}
