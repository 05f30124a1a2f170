package venue.orderplacement;

import java.util.Optional;
import venue.domain.Outcome;
import venue.domain.futures.FuturesExecution;
import venue.domain.futures.FuturesFill;
import venue.domain.futures.FuturesOrder;
import venue.domain.futures.MarketOrder;
import venue.domain.market.Market;
import venue.function.Endpoint;
import venue.function.Environment;
import venue.function.SignedCall;
import venue.store.OrderReading;
import venue.wire.HttpRequest;
import venue.wire.HttpResponse;
import venue.wire.gate.FuturesOrderBody;
import venue.wire.gate.OrderJson;
import venue.wire.gate.Settle;

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
    Optional<FuturesFill> first =
        labelling
            .repeated(read.label())
            .flatMap(id -> desk.fills().futuresFill(call.caller().account(), id));
    if (first.isPresent()) {
      return first.map(fill -> created(fill, read));
    }
    return desk.onceAdvanced(
        read,
        standing -> {
          long id = desk.ids().next();
          return Desk.decided(
              read.futuresDesk(order.market(), desk.shards(), standing, desk.now())
                  .then(at -> MarketOrder.execute(order, id, at)),
              execution -> store(execution, read, labelling, id));
        });
  }

  private Optional<HttpResponse> store(
      FuturesExecution execution, OrderReading read, Labelling labelling, long id) {
    boolean stored = desk.store().commit(execution, read, labelling.label(id));
    return stored ? Optional.of(created(execution.fill(), read)) : Optional.empty();
  }

  private static HttpResponse created(FuturesFill fill, OrderReading read) {
    Market market = read.page().orElseThrow().market();
    return HttpResponse.of(201, OrderJson.of(fill, market.contract().orderFeeRate()));
  }
}
