package venue.orderplacement;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import venue.domain.Outcome;
import venue.domain.futures.FuturesDesk;
import venue.domain.futures.FuturesOrder;
import venue.domain.futures.MarketOrder;
import venue.domain.resting.NewLimitOrder;
import venue.domain.resting.NewLimitOrder.Placed;
import venue.domain.resting.NewWaitingOrder;
import venue.domain.resting.RestingOrder;
import venue.domain.resting.RestingOrder.RestingFutures;
import venue.domain.resting.Waiting;
import venue.function.SignedCall;
import venue.store.OrderReading;
import venue.wire.HttpResponse;
import venue.wire.gate.OrderJson;
import venue.wire.json.JsonObject;

/** Places one futures order of a signed call: read, decide, store, answer. */
record Placement(Desk desk) {

  /**
   * What is to be placed.
   *
   * @param order as the client gives it
   * @param body the part of the call's body that is the order
   * @param placed as it is once the market has been read
   */
  record Asked(
      FuturesOrder order, String body, Function<FuturesDesk, Outcome<FuturesOrder>> placed) {}

  /**
   * One attempt, from a fresh read.
   *
   * @param body the part of the call's body that is the order
   */
  Optional<HttpResponse> attempt(SignedCall call, FuturesOrder order, String body) {
    return attempt(call, new Asked(order, body, at -> Outcome.done(order)));
  }

  /** One attempt, from a fresh read. */
  Optional<HttpResponse> attempt(SignedCall call, Asked asked) {
    OrderReading read =
        desk.store()
            .read(call.caller(), asked.order().market(), desk.anyShard(), asked.order().text());
    return desk.admitted(call, read.secret(), () -> place(call, asked, read));
  }

  private Optional<HttpResponse> place(SignedCall call, Asked asked, OrderReading read) {
    Labelling labelling =
        Labelling.of(call, asked.body(), asked.order().text(), desk.wallTime().instant());
    Optional<JsonObject> first =
        labelling
            .repeated(read.label())
            .flatMap(id -> desk.orders().futures(call.caller().account(), id));
    if (first.isPresent()) {
      return first.map(Placement::created);
    }
    return desk.onceAdvanced(
        read,
        standing -> {
          long id = desk.ids().next();
          return Desk.decided(
              read.futuresDesk(asked.order(), desk.shards(), standing, desk.now()),
              at ->
                  Desk.decided(
                      asked.placed().apply(at), order -> decide(order, id, at, read, labelling)));
        });
  }

  private Optional<HttpResponse> decide(
      FuturesOrder order, long id, FuturesDesk at, OrderReading read, Labelling labelling) {
    if (!at.fills()) {
      return wait(order, id, at, read, labelling);
    }
    if (order.limit().isPresent()) {
      return limit(order, id, at, read, labelling);
    }
    return at.market().fill().waits()
        ? rest(
            desk.whereRoomIs(
                at, shard -> new NewWaitingOrder(order).accept(id, shard, resting(read))),
            id,
            at,
            read,
            labelling)
        : fill(order, id, at, read, labelling);
  }

  private Optional<HttpResponse> fill(
      FuturesOrder order, long id, FuturesDesk at, OrderReading read, Labelling labelling) {
    return Desk.decided(
        desk.whereRoomIs(at, shard -> MarketOrder.execute(order, id, shard)),
        execution ->
            created(
                desk.store().commit(execution, read, labelling.label(id)),
                OrderJson.of(execution.fill(), feeRate(at))));
  }

  private Optional<HttpResponse> limit(
      FuturesOrder order, long id, FuturesDesk at, OrderReading read, Labelling labelling) {
    long account = at.account().number();
    return Desk.decided(
        desk.whereRoomIs(
            at,
            shard -> new NewLimitOrder(order, Optional.empty()).place(id, shard, resting(read))),
        placed ->
            switch (placed) {
              case Placed.Filled(var execution) ->
                  created(
                      desk.store().commit(execution, read, labelling.label(id)),
                      OrderJson.of(execution.fill(), feeRate(at)));
              case Placed.Rests(var rests) ->
                  created(
                      desk.store().rest(rests, read, labelling.label(id)),
                      OrderJson.open(account, rests, feeRate(at)));
              case Placed.Ended(var ended) ->
                  created(
                      desk.store().end(ended, read, labelling.label(id)),
                      desk.orders().ended(account, ended).orElseThrow());
            });
  }

  private Optional<HttpResponse> wait(
      FuturesOrder order, long id, FuturesDesk at, OrderReading read, Labelling labelling) {
    if (!desk.areFundsAdvanced(read)) {
      return Optional.empty();
    }
    Waiting waiting =
        new Waiting(at, resting(read), read.beside(at.position().slot()), read.unitExposure());
    return rest(waiting.accept(order, id), id, at, read, labelling);
  }

  private Optional<HttpResponse> rest(
      Outcome<? extends RestingFutures> accepted,
      long id,
      FuturesDesk at,
      OrderReading read,
      Labelling labelling) {
    return Desk.decided(
        accepted,
        rests ->
            created(
                desk.store().rest(rests, read, labelling.label(id)),
                OrderJson.open(at.account().number(), rests, feeRate(at))));
  }

  private static List<RestingOrder> resting(OrderReading read) {
    return read.state().orElseThrow().resting();
  }

  private static BigDecimal feeRate(FuturesDesk at) {
    return at.market().contract().orderFeeRate();
  }

  private static Optional<HttpResponse> created(boolean stored, JsonObject order) {
    return stored ? Optional.of(created(order)) : Optional.empty();
  }

  private static HttpResponse created(JsonObject order) {
    return HttpResponse.of(201, order);
  }
}
