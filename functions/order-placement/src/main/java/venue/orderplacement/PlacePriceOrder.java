package venue.orderplacement;

import java.util.Optional;
import venue.domain.Outcome;
import venue.domain.advance.Standing;
import venue.domain.resting.NewPriceOrder;
import venue.domain.resting.RestingOrder.PriceOrder;
import venue.function.Endpoint;
import venue.function.Environment;
import venue.function.SignedCall;
import venue.store.OrderReading;
import venue.wire.HttpRequest;
import venue.wire.HttpResponse;
import venue.wire.gate.PriceOrderBody;
import venue.wire.gate.Settle;
import venue.wire.json.JsonObject;

/** Places a stop-loss or take-profit: decode, read, decide, store, answer. */
final class PlacePriceOrder implements Endpoint {
  private final Desk desk;

  PlacePriceOrder(Environment environment) {
    desk = Desk.of(environment);
  }

  @Override
  public HttpResponse answer(HttpRequest request) {
    Outcome<NewPriceOrder> order =
        Settle.usdt(request).then(usdt -> PriceOrderBody.read(usdt.body()));
    return desk.answer(request, order, this::attempt);
  }

  private Optional<HttpResponse> attempt(SignedCall call, NewPriceOrder order) {
    OrderReading read =
        desk.store()
            .read(call.caller(), order.order().market(), desk.anyShard(), order.order().text());
    return desk.admitted(call, read.secret(), () -> place(call, order, read));
  }

  private Optional<HttpResponse> place(SignedCall call, NewPriceOrder order, OrderReading read) {
    Labelling labelling = Labelling.of(call, order.order().text(), desk.wallTime().instant());
    Optional<Long> first = labelling.repeated(read.label());
    if (first.isPresent()) {
      return first.map(PlacePriceOrder::created);
    }
    return desk.onceAdvanced(
        read,
        standing ->
            Desk.decided(
                decide(order, read, standing), accepted -> store(accepted, read, labelling)));
  }

  private Outcome<PriceOrder> decide(NewPriceOrder order, OrderReading read, Standing standing) {
    return read.futuresDesk(order.order(), desk.shards(), standing, desk.now())
        .then(at -> order.accept(desk.ids().next(), at, read.state().orElseThrow().resting()));
  }

  private Optional<HttpResponse> store(PriceOrder order, OrderReading read, Labelling labelling) {
    boolean stored = desk.store().rest(order, read, labelling.label(order.id()));
    return stored ? Optional.of(created(order.id())) : Optional.empty();
  }

  private static HttpResponse created(long id) {
    return HttpResponse.of(201, JsonObject.builder().put("id", id).build());
  }
}
