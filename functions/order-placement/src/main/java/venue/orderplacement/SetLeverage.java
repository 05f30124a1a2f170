package venue.orderplacement;

import java.util.Optional;
import venue.domain.Outcome;
import venue.domain.futures.LeverageChange;
import venue.function.Endpoint;
import venue.function.Environment;
import venue.function.SignedCall;
import venue.store.FuturesReading;
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
    FuturesReading read =
        desk.store()
            .readFutures(call.caller(), change.contract(), desk.anyShard(), Optional.empty());
    return desk.admitted(call, read.secret(), () -> change(change, read));
  }

  private Optional<HttpResponse> change(Change change, FuturesReading read) {
    return Desk.decided(
        read.desk(change.contract(), desk.shards(), desk.now())
            .then(at -> LeverageChange.decide(change.leverage(), desk.ids().next(), at)),
        decided -> store(decided, read));
  }

  private Optional<HttpResponse> store(LeverageChange change, FuturesReading read) {
    boolean stored = desk.store().commit(change, read);
    return stored
        ? Optional.of(
            HttpResponse.ok(
                PositionJson.of(
                    change.account().number(),
                    change.position(),
                    read.market().orElseThrow().contract(),
                    read.tick())))
        : Optional.empty();
  }
}
