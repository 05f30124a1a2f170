package venue.orderplacement;

import venue.domain.Outcome;
import venue.domain.resting.BookOrder;
import venue.function.Endpoint;
import venue.wire.HttpRequest;
import venue.wire.HttpResponse;
import venue.wire.gate.BookOrderBody;
import venue.wire.gate.Settle;

/** Places a limit order at the price of a level of the order book. */
record PlaceBookOrder(Desk desk, Placement placement) implements Endpoint {

  @Override
  public HttpResponse answer(HttpRequest request) {
    Outcome<BookOrder> order = Settle.usdt(request).then(usdt -> BookOrderBody.read(usdt.body()));
    return desk.answer(
        request,
        order,
        (call, asked) ->
            placement.attempt(
                call, new Placement.Asked(asked.order(), request.body(), asked::limited)));
  }
}
