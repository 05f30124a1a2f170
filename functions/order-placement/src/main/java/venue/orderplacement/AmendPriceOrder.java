package venue.orderplacement;

import java.util.Optional;
import venue.domain.Outcome;
import venue.domain.advance.Standing;
import venue.domain.resting.PriceAmendment;
import venue.domain.resting.RestingOrder;
import venue.domain.resting.RestingOrder.PriceOrder;
import venue.function.Endpoint;
import venue.store.AccountState;
import venue.store.OrderReading;
import venue.wire.HttpRequest;
import venue.wire.HttpResponse;
import venue.wire.gate.PriceAmendmentBody;
import venue.wire.gate.Settle;
import venue.wire.json.JsonObject;

/** Changes trigger price and size of a price order: decode, read, decide, store, answer. */
record AmendPriceOrder(Desk desk, RestingChoice choice) implements Endpoint {

  @Override
  public HttpResponse answer(HttpRequest request) {
    Outcome<PriceAmendment> amendment =
        Settle.usdt(request).then(usdt -> PriceAmendmentBody.read(usdt.body()));
    String order = request.pathParameter("order_id").orElse("");
    AmendRequest amend = new AmendRequest(desk, choice);
    return desk.answer(
        request,
        amendment,
        (call, change) ->
            amend.attempt(
                call, order, (found, read, standing) -> decide(found, change, read, standing)));
  }

  private Optional<HttpResponse> decide(
      RestingOrder order, PriceAmendment change, OrderReading read, Standing standing) {
    AccountState state = read.state().orElseThrow();
    Outcome<PriceOrder> amended =
        read.futuresDesk(
                order.slot(standing.account().mode()).orElseThrow(),
                desk.shards(),
                standing,
                desk.now())
            .then(
                at ->
                    change
                        .of(order)
                        .then(next -> next.accept(desk.ids().next(), at, state.resting())));
    return Desk.decided(
        amended,
        next ->
            desk.store().amend(next, order, state)
                ? Optional.of(HttpResponse.ok(JsonObject.builder().put("id", order.id()).build()))
                : Optional.empty());
  }
}
