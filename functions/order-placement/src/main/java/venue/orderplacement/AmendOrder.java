package venue.orderplacement;

import java.math.BigDecimal;
import java.util.Optional;
import venue.domain.Outcome;
import venue.domain.Reason;
import venue.domain.futures.FuturesDesk;
import venue.domain.futures.FuturesExecution;
import venue.domain.resting.Amendment;
import venue.domain.resting.FinishedOrder;
import venue.domain.resting.FinishedOrder.End;
import venue.domain.resting.NewLimitOrder.Placed;
import venue.domain.resting.RestingOrder;
import venue.function.Endpoint;
import venue.function.SignedCall;
import venue.store.AccountState;
import venue.store.OrderReading;
import venue.wire.Fields;
import venue.wire.HttpRequest;
import venue.wire.HttpResponse;
import venue.wire.gate.AmendmentBody;
import venue.wire.gate.OrderJson;
import venue.wire.gate.Settle;
import venue.wire.json.JsonObject;

/**
 * Changes size and limit of a resting order: decode, read, decide, store, answer. It may fill then.
 */
record AmendOrder(Desk desk, RestingChoice choice) implements Endpoint {

  @Override
  public HttpResponse answer(HttpRequest request) {
    Outcome<Amendment> amendment =
        Settle.usdt(request).then(usdt -> AmendmentBody.read(Fields.ofBody(usdt.body())));
    String order = request.pathParameter("order_id").orElse("");
    return desk.answer(request, amendment, (call, change) -> attempt(call, order, change));
  }

  /** One attempt, from a fresh read. */
  Optional<HttpResponse> attempt(SignedCall call, String asked, Amendment change) {
    return new AmendRequest(desk, choice)
        .attempt(
            call,
            asked,
            (order, read, standing) ->
                Desk.decided(
                    read.futuresDesk(
                            order.slot(standing.account().mode()).orElseThrow(),
                            desk.shards(),
                            standing,
                            desk.now())
                        .then(AmendOrder::filling),
                    at -> decide(order, change, at, read)));
  }

  private static Outcome<FuturesDesk> filling(FuturesDesk at) {
    return at.fills()
        ? Outcome.done(at)
        : Outcome.refused(
            Reason.TOO_BUSY, at.market().name() + " has no fresh price at the moment; try again");
  }

  private Optional<HttpResponse> decide(
      RestingOrder order, Amendment change, FuturesDesk at, OrderReading read) {
    AccountState state = read.state().orElseThrow();
    Outcome<Placed> placed =
        change
            .of(order)
            .then(
                next -> {
                  long id = desk.ids().next();
                  return desk.whereRoomIs(at, shard -> next.place(id, shard, state.resting()));
                });
    return Desk.decided(
        placed,
        done ->
            switch (done) {
              case Placed.Filled(var execution) ->
                  answer(
                      fill(execution, order, at, state),
                      OrderJson.of(execution.fill(), feeRate(at)));
              case Placed.Rests(var next) ->
                  answer(
                      desk.store().amend(next, order, state),
                      OrderJson.open(at.account().number(), next, feeRate(at)));
              case Placed.Ended(var never) ->
                  throw new IllegalStateException("an order that rests never was to fill at once");
            });
  }

  private boolean fill(
      FuturesExecution execution, RestingOrder order, FuturesDesk at, AccountState state) {
    FinishedOrder finished =
        new FinishedOrder(order, End.SUCCEEDED, Optional.of(execution.fill().id()), at.now());
    return desk.store().commit(execution, finished, state, at.market(), at.tick());
  }

  private static BigDecimal feeRate(FuturesDesk at) {
    return at.market().contract().orderFeeRate();
  }

  private static Optional<HttpResponse> answer(boolean stored, JsonObject order) {
    return stored ? Optional.of(HttpResponse.ok(order)) : Optional.empty();
  }
}
