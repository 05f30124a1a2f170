package venue.orderplacement;

import java.util.Optional;
import venue.domain.Outcome;
import venue.domain.Reason;
import venue.domain.smartleverage.UnitExecution;
import venue.domain.smartleverage.UnitFill;
import venue.domain.smartleverage.UnitOrder;
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

/** Buys and sells units of a Smart Leverage fund: decode, read, decide, store, answer. */
final class PlaceUnitOrder implements Endpoint {
  private final Desk desk;

  PlaceUnitOrder(Environment environment) {
    desk = Desk.of(environment);
  }

  private record Request(UnitOrder order, Product product) {}

  @Override
  public HttpResponse answer(HttpRequest request) {
    Outcome<Request> order =
        Settle.usdt(request)
            .then(usdt -> UnitOrderBody.read(usdt.body()))
            .then(PlaceUnitOrder::withProduct);
    return desk.answer(request, order, this::attempt);
  }

  private static Outcome<Request> withProduct(UnitOrder order) {
    return Product.of(order.fund())
        .map(product -> Outcome.done(new Request(order, product)))
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
    Labelling labelling = new Labelling(call, order.text(), desk.wallTime().instant());
    Optional<UnitFill> first =
        labelling
            .repeated(read.label())
            .flatMap(id -> desk.fills().unitFill(call.caller().account(), id));
    if (first.isPresent()) {
      return first.map(PlaceUnitOrder::created);
    }
    return desk.areFundsAdvanced(read)
        ? desk.onceAdvanced(
            read,
            standing -> {
              long id = desk.ids().next();
              return Desk.decided(
                  read.unitDesk(
                          order.fund(),
                          request.product().side(),
                          desk.shards(),
                          standing,
                          desk.now())
                      .then(at -> UnitTrade.execute(order, id, at)),
                  execution -> store(execution, read, labelling, id));
            })
        : Optional.empty();
  }

  private Optional<HttpResponse> store(
      UnitExecution execution, OrderReading read, Labelling labelling, long id) {
    boolean stored = desk.store().commit(execution, read, labelling.label(id));
    return stored ? Optional.of(created(execution.fill())) : Optional.empty();
  }

  private static HttpResponse created(UnitFill fill) {
    return HttpResponse.of(201, UnitOrderJson.of(fill));
  }
}
