package venue.orderplacement;

import java.util.Optional;
import venue.domain.Outcome;
import venue.domain.Reason;
import venue.domain.advance.Standing;
import venue.domain.resting.WaitingUnits;
import venue.domain.smartleverage.UnitDesk;
import venue.domain.smartleverage.UnitOrder;
import venue.domain.smartleverage.UnitRequest;
import venue.domain.smartleverage.UnitTrade;
import venue.function.Endpoint;
import venue.function.Environment;
import venue.function.SignedCall;
import venue.store.OrderReading;
import venue.wire.HttpRequest;
import venue.wire.HttpResponse;
import venue.wire.gate.Product;
import venue.wire.gate.Settle;
import venue.wire.gate.UnitOrderBody;
import venue.wire.gate.UnitOrderJson;
import venue.wire.gate.WaitingUnitOrderJson;
import venue.wire.json.JsonObject;

/** Buys and sells units of a Smart Leverage fund: decode, read, decide, store, answer. */
final class PlaceUnitOrder implements Endpoint {
  private final Desk desk;

  PlaceUnitOrder(Environment environment) {
    desk = Desk.of(environment);
  }

  private record Request(UnitRequest asked, Product product) {
    UnitOrder order() {
      return asked.order();
    }
  }

  @Override
  public HttpResponse answer(HttpRequest request) {
    Outcome<Request> order =
        Settle.usdt(request)
            .then(usdt -> UnitOrderBody.read(usdt.body()))
            .then(PlaceUnitOrder::withProduct);
    return desk.answer(request, order, this::attempt);
  }

  private static Outcome<Request> withProduct(UnitRequest asked) {
    UnitOrder order = asked.order();
    return Product.of(order.fund())
        .map(product -> Outcome.done(new Request(asked, product)))
        .orElseGet(
            () ->
                Outcome.refused(Reason.CONTRACT_NOT_FOUND, "product: there is no " + order.fund()));
  }

  private Optional<HttpResponse> attempt(SignedCall call, Request request) {
    OrderReading read =
        desk.store()
            .read(
                call.caller(), request.product().market(), desk.anyShard(), request.order().text());
    return desk.admitted(call, read.secret(), () -> place(call, request, read));
  }

  private Optional<HttpResponse> place(SignedCall call, Request request, OrderReading read) {
    UnitOrder order = request.order();
    Labelling labelling = Labelling.of(call, order.text(), desk.wallTime().instant());
    Optional<JsonObject> first =
        labelling
            .repeated(read.label())
            .flatMap(id -> desk.orders().units(call.caller().account(), id));
    if (first.isPresent()) {
      return first.map(PlaceUnitOrder::created);
    }
    return desk.areFundsAdvanced(read)
        ? desk.onceAdvanced(read, standing -> decide(request, read, standing, labelling))
        : Optional.empty();
  }

  private Optional<HttpResponse> decide(
      Request request, OrderReading read, Standing standing, Labelling labelling) {
    long id = desk.ids().next();
    String fund = request.order().fund();
    return Desk.decided(
        read.unitDesk(fund, request.product().side(), desk.shards(), standing, desk.now()),
        at ->
            Desk.decided(
                request.asked().in(at.fund()), order -> decide(order, id, at, read, labelling)));
  }

  private Optional<HttpResponse> decide(
      UnitOrder order, long id, UnitDesk at, OrderReading read, Labelling labelling) {
    return at.fills() && !at.market().fill().waits()
        ? execute(order, id, at, read, labelling)
        : rest(order, id, at, read, labelling);
  }

  private Optional<HttpResponse> execute(
      UnitOrder order, long id, UnitDesk at, OrderReading read, Labelling labelling) {
    return Desk.decided(
        desk.whereRoomIs(at, shard -> UnitTrade.execute(order, id, shard)),
        execution ->
            desk.store().commit(execution, read, labelling.label(id))
                ? Optional.of(created(UnitOrderJson.of(execution.fill())))
                : Optional.empty());
  }

  private Optional<HttpResponse> rest(
      UnitOrder order, long id, UnitDesk at, OrderReading read, Labelling labelling) {
    return Desk.decided(
        desk.whereRoomIs(
            at,
            shard ->
                new WaitingUnits(shard, read.state().orElseThrow().resting()).accept(order, id)),
        waiting ->
            desk.store().rest(waiting, read, labelling.label(id))
                ? Optional.of(created(WaitingUnitOrderJson.open(at.account().number(), waiting)))
                : Optional.empty());
  }

  private static HttpResponse created(JsonObject order) {
    return HttpResponse.of(201, order);
  }
}
