package venue.orderplacement;

import java.util.Optional;
import venue.domain.Outcome;
import venue.domain.futures.LeverageChange;
import venue.function.Endpoint;
import venue.function.Environment;
import venue.function.SignedCall;
import venue.store.OrderReading;
import venue.wire.Fields;
import venue.wire.HttpRequest;
import venue.wire.HttpResponse;
import venue.wire.gate.PositionJson;
import venue.wire.gate.Settle;

/** Changes the leverage of a position, open or flat: decode, read, decide, store, answer. */
final class SetLeverage implements Endpoint {
  private static final int BEYOND_ANY = 1_000_000;
  private final Desk desk;

  SetLeverage(Environment environment) {
    desk = Desk.of(environment);
  }

  private record Change(String contract, int leverage) {}

  @Override
  public HttpResponse answer(HttpRequest request) {
    Outcome<Change> change = Settle.usdt(request).then(SetLeverage::read);
    return desk.answer(request, change, this::attempt);
  }

  private static Outcome<Change> read(HttpRequest request) {
    Fields fields = Fields.ofParameters(request);
    String contract = fields.text("contract");
    long leverage = fields.wholeNumber("leverage");
    return fields.as(() -> new Change(contract, Math.clamp(leverage, -BEYOND_ANY, BEYOND_ANY)));
  }

  private Optional<HttpResponse> attempt(SignedCall call, Change change) {
    OrderReading read =
        desk.store().read(call.caller(), change.contract(), desk.anyShard(), Optional.empty());
    return desk.admitted(call, read.secret(), () -> change(change, read));
  }

  private Optional<HttpResponse> change(Change change, OrderReading read) {
    if (!desk.isAdvanced(read)) {
      return Optional.empty();
    }
    return Desk.decided(
        read.futuresDesk(change.contract(), desk.shards(), desk.now())
            .then(at -> LeverageChange.decide(change.leverage(), desk.ids().next(), at)),
        decided -> store(decided, read));
  }

  private Optional<HttpResponse> store(LeverageChange change, OrderReading read) {
    boolean stored = desk.store().commit(change, read);
    return stored
        ? Optional.of(
            HttpResponse.ok(
                PositionJson.of(
                    change.account().number(),
                    change.position(),
                    read.page().orElseThrow().market().contract(),
                    read.page().orElseThrow().tick())))
        : Optional.empty();
  }
}
