package venue.function;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;
import venue.domain.futures.DeleverageFill;
import venue.domain.futures.FuturesFill;
import venue.domain.resting.FinishedOrder;
import venue.domain.resting.RestingOrder;
import venue.domain.resting.RestingOrder.PriceOrder;
import venue.domain.resting.RestingOrder.RestingFutures;
import venue.domain.resting.RestingOrder.WaitingUnitOrder;
import venue.store.AccountStore;
import venue.store.FillStore;
import venue.store.MarketStore;
import venue.wire.gate.OrderJson;
import venue.wire.gate.OrderText;
import venue.wire.gate.PriceOrderJson;
import venue.wire.gate.UnitOrderJson;
import venue.wire.gate.WaitingUnitOrderJson;
import venue.wire.json.JsonObject;

/** Finds an account's order wherever it is now: filled, resting, or ended without a fill. */
public record OrderLookup(AccountStore accounts, FillStore fills, MarketStore markets) {

  /** With what a function is given. */
  public static OrderLookup of(Environment environment) {
    return new OrderLookup(
        new AccountStore(environment.dynamoDb(), environment::variable),
        new FillStore(environment.dynamoDb(), environment::variable),
        new MarketStore(environment.dynamoDb(), environment::variable));
  }

  /**
   * The id that a client means.
   *
   * @param asked an id, or the text of an order, of which the latest is meant
   */
  public Optional<Long> id(long account, String asked) {
    if (OrderText.isLabel(asked)) {
      return fills.orderOf(account, asked);
    }
    return asked.matches("[0-9]{1,16}") ? Optional.of(Long.valueOf(asked)) : Optional.empty();
  }

  /**
   * A futures order.
   *
   * @param id its own, or that of a price order it was placed by
   */
  public Optional<JsonObject> futures(long account, long id) {
    return fills
        .futuresFill(account, id)
        .map(this::shown)
        .or(() -> fills.deleverage(account, id).map(this::shown))
        .or(
            () ->
                resting(account, id)
                    .filter(RestingFutures.class::isInstance)
                    .map(RestingFutures.class::cast)
                    .map(order -> OrderJson.open(account, order, feeRate(order.market()))))
        .or(() -> fills.ended(account, id).flatMap(ended -> endedFutures(account, ended)));
  }

  /** A futures order that rested and does no more, none if it was of another kind. */
  public Optional<JsonObject> ended(long account, FinishedOrder ended) {
    return ended.order() instanceof RestingFutures order
        ? Optional.of(OrderJson.ended(account, order, ended, feeRate(order.market())))
        : Optional.empty();
  }

  // What rested a moment ago may have filled since: then it is shown filled.
  private Optional<JsonObject> endedFutures(long account, FinishedOrder ended) {
    return ended.fill().isPresent()
        ? ended.fill().flatMap(fill -> fills.futuresFill(account, fill)).map(this::shown)
        : ended(account, ended);
  }

  /** An order for units. */
  public Optional<JsonObject> units(long account, long id) {
    return executed(account, id)
        .or(
            () ->
                resting(account, id)
                    .filter(WaitingUnitOrder.class::isInstance)
                    .map(WaitingUnitOrder.class::cast)
                    .map(sale -> WaitingUnitOrderJson.open(account, sale)))
        .or(() -> fills.ended(account, id).flatMap(ended -> endedSale(account, ended)));
  }

  private Optional<JsonObject> endedSale(long account, FinishedOrder ended) {
    return ended.fill().isPresent()
        ? ended.fill().flatMap(fill -> executed(account, fill))
        : ended.order() instanceof WaitingUnitOrder sale
            ? Optional.of(WaitingUnitOrderJson.ended(account, sale, ended))
            : Optional.empty();
  }

  /** A price order. */
  public Optional<JsonObject> price(long account, long id, Instant now) {
    return resting(account, id)
        .filter(PriceOrder.class::isInstance)
        .map(PriceOrder.class::cast)
        .map(order -> PriceOrderJson.of(account, order, now))
        .or(() -> fills.ended(account, id).flatMap(ended -> PriceOrderJson.of(account, ended)));
  }

  private Optional<RestingOrder> resting(long account, long id) {
    return accounts.state(account).flatMap(state -> state.resting(id));
  }

  private Optional<JsonObject> executed(long account, long id) {
    return fills.unitFill(account, id).map(UnitOrderJson::of);
  }

  private JsonObject shown(FuturesFill fill) {
    return OrderJson.of(fill, feeRate(fill.order().market()));
  }

  private JsonObject shown(DeleverageFill fill) {
    return OrderJson.of(fill, feeRate(fill.market()));
  }

  private BigDecimal feeRate(String market) {
    return markets.page(market).orElseThrow().market().contract().orderFeeRate();
  }
}
