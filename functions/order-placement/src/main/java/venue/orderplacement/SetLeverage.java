package venue.orderplacement;

import java.util.Optional;
import venue.domain.Outcome;
import venue.domain.advance.Standing;
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

/**
 * Changes the leverage of a position: decode, read, decide, store, answer. Leverage 0 makes a flat
 * position a cross one, with the limit given beside it.
 */
final class SetLeverage implements Endpoint {
  private static final int BEYOND_ANY = 1_000_000;
  private final Desk desk;

  SetLeverage(Environment environment) {
    desk = Desk.of(environment);
  }

  private record Change(String contract, int leverage, boolean cross) {}

  @Override
  public HttpResponse answer(HttpRequest request) {
    Outcome<Change> change = Settle.usdt(request).then(SetLeverage::read);
    return desk.answer(request, change, this::attempt);
  }

  private static Outcome<Change> read(HttpRequest request) {
    Fields fields = Fields.ofParameters(request);
    String contract = fields.text("contract");
    long leverage = fields.wholeNumber("leverage");
    boolean cross = leverage == 0;
    long limit = cross ? fields.wholeNumber("cross_leverage_limit") : leverage;
    return fields.as(() -> new Change(contract, Math.clamp(limit, -BEYOND_ANY, BEYOND_ANY), cross));
  }

  private Optional<HttpResponse> attempt(SignedCall call, Change change) {
    OrderReading read =
        desk.store().read(call.caller(), change.contract(), desk.anyShard(), Optional.empty());
    return desk.admitted(call, read.secret(), () -> change(change, read));
  }

  private Optional<HttpResponse> change(Change change, OrderReading read) {
    return desk.onceAdvanced(
        read,
        standing ->
            Desk.decided(
                read.futuresDesk(change.contract(), desk.shards(), standing, desk.now())
                    .then(
                        at ->
                            LeverageChange.decide(
                                change.leverage(), change.cross(), desk.ids().next(), at)),
                decided -> store(decided, read, standing)));
  }

  private Optional<HttpResponse> store(
      LeverageChange change, OrderReading read, Standing standing) {
    boolean stored = desk.store().commit(change, read);
    return stored
        ? Optional.of(
            HttpResponse.ok(
                PositionJson.of(
                    change.account(),
                    change.position(),
                    read.page().orElseThrow().market(),
                    read.page().orElseThrow().tick(),
                    standing.legsBeside(change.position().market()))))
        : Optional.empty();
  }
}
