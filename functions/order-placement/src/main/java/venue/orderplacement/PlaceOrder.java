package venue.orderplacement;

import venue.domain.Outcome;
import venue.domain.futures.FuturesOrder;
import venue.function.Endpoint;
import venue.wire.HttpRequest;
import venue.wire.HttpResponse;
import venue.wire.gate.FuturesOrderBody;
import venue.wire.gate.Settle;

/** Places a futures order. */
record PlaceOrder(Desk desk, Placement placement) implements Endpoint {

  @Override
  public HttpResponse answer(HttpRequest request) {
    Outcome<FuturesOrder> order =
        Settle.usdt(request).then(usdt -> FuturesOrderBody.read(usdt.body()));
    return desk.answer(
        request, order, (call, asked) -> placement.attempt(call, asked, request.body()));
  }
}
