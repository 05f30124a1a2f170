package venue.orderplacement;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import venue.domain.Outcome;
import venue.domain.futures.FuturesDesk;
import venue.domain.futures.FuturesOrder;
import venue.domain.futures.MarketOrder;
import venue.domain.resting.RestingOrder;
import venue.domain.resting.Waiting;
import venue.function.Endpoint;
import venue.function.Environment;
import venue.function.SignedCall;
import venue.store.OrderReading;
import venue.wire.HttpRequest;
import venue.wire.HttpResponse;
import venue.wire.gate.FuturesOrderBody;
import venue.wire.gate.OrderJson;
import venue.wire.gate.Settle;
import venue.wire.json.JsonObject;

/** Places a futures order: decode, read, decide, store, answer. */
final class PlaceOrder implements Endpoint {
  private final Desk desk;

  PlaceOrder(Environment environment) {
    desk = Desk.of(environment);
  }

  @Override
  public HttpResponse answer(HttpRequest request) {
    Outcome<FuturesOrder> order =
        Settle.usdt(request).then(usdt -> FuturesOrderBody.read(usdt.body()));
    return desk.answer(request, order, this::attempt);
  }

  private Optional<HttpResponse> attempt(SignedCall call, FuturesOrder order) {
    OrderReading read =
        desk.store().read(call.caller(), order.market(), desk.anyShard(), order.text());
    return desk.admitted(call, read.secret(), () -> place(call, order, read));
  }

  private Optional<HttpResponse> place(SignedCall call, FuturesOrder order, OrderReading read) {
    Labelling labelling = new Labelling(call, order.text(), desk.wallTime().instant());
    Optional<JsonObject> first =
        labelling
            .repeated(read.label())
            .flatMap(id -> desk.orders().futures(call.caller().account(), id));
    if (first.isPresent()) {
      return first.map(PlaceOrder::created);
    }
    return desk.onceAdvanced(
        read,
        standing -> {
          long id = desk.ids().next();
          return Desk.decided(
              read.futuresDesk(order.market(), desk.shards(), standing, desk.now()),
              at ->
                  at.fills()
                      ? fill(order, id, at, read, labelling)
                      : rest(order, id, at, read, labelling));
        });
  }

  private Optional<HttpResponse> fill(
      FuturesOrder order, long id, FuturesDesk at, OrderReading read, Labelling labelling) {
    return Desk.decided(
        MarketOrder.execute(order, id, at),
        execution ->
            desk.store().commit(execution, read, labelling.label(id))
                ? Optional.of(created(OrderJson.of(execution.fill(), feeRate(at))))
                : Optional.empty());
  }

  private Optional<HttpResponse> rest(
      FuturesOrder order, long id, FuturesDesk at, OrderReading read, Labelling labelling) {
    if (!desk.areFundsAdvanced(read)) {
      return Optional.empty();
    }
    List<RestingOrder> resting = read.state().orElseThrow().resting();
    return Desk.decided(
        new Waiting(at, resting, read.unitExposure()).accept(order, id),
        waiting ->
            desk.store().rest(waiting, read, labelling.label(id))
                ? Optional.of(created(OrderJson.open(at.account().number(), waiting, feeRate(at))))
                : Optional.empty());
  }

  private static BigDecimal feeRate(FuturesDesk at) {
    return at.market().contract().orderFeeRate();
  }

  private static HttpResponse created(JsonObject order) {
    return HttpResponse.of(201, order);
  }
}
