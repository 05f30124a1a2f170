package venue.orderplacement;

import java.math.BigDecimal;
import java.util.Optional;
import venue.domain.Outcome;
import venue.domain.futures.FuturesDesk;
import venue.domain.futures.PositionChange;
import venue.domain.market.Contract;
import venue.function.Endpoint;
import venue.wire.Fields;
import venue.wire.HttpRequest;
import venue.wire.HttpResponse;
import venue.wire.gate.PositionPath;
import venue.wire.gate.Settle;

/**
 * Says whether a position may grow to a risk limit, in hedge mode whether both may. Nothing changes
 * by it: which tier is in force follows from the position's value.
 */
record SetRiskLimit(Desk desk, PositionPath path) implements Endpoint {

  private record Asked(String contract, BigDecimal limit) {}

  @Override
  public HttpResponse answer(HttpRequest request) {
    Outcome<Asked> asked = Settle.usdt(request).then(SetRiskLimit::read);
    PositionRequest position = new PositionRequest(desk, path);
    return desk.answer(
        request,
        asked,
        (call, limit) ->
            position.attemptIfNeeded(
                call, limit.contract(), path.modes(), (at, id) -> decide(limit.limit(), at)));
  }

  private static Outcome<Asked> read(HttpRequest request) {
    Fields fields = Fields.ofParameters(request);
    String contract = fields.text("contract");
    BigDecimal limit = fields.positiveDecimal("risk_limit");
    return fields.as(() -> new Asked(contract, limit));
  }

  private static Outcome<Optional<PositionChange>> decide(BigDecimal limit, FuturesDesk at) {
    Contract contract = at.market().contract();
    BigDecimal notional = contract.base(Math.abs(at.position().size())).multiply(at.tick().price());
    return contract.tiers().withLimit(limit, notional).then(tier -> Outcome.done(Optional.empty()));
  }
}
