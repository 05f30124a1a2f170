package venue.marketquery;

import java.util.List;
import venue.domain.Outcome;
import venue.domain.Reason;
import venue.wire.ApiError;
import venue.wire.HttpRequest;
import venue.wire.HttpResponse;
import venue.wire.gate.Product;
import venue.wire.gate.RebalanceJson;
import venue.wire.gate.Settle;
import venue.wire.json.Json;
import venue.wire.json.JsonArray;

/** The open book of a Smart Leverage product: its newest rebalances. */
record Rebalances(Board board) {
  private static final int LISTED = 100;

  HttpResponse list(HttpRequest request) {
    return Settle.usdt(request)
        .then(usdt -> find(usdt.pathParameter("product").orElse("")))
        .fold(HttpResponse::ok, refusal -> ApiError.of(refusal).toResponse());
  }

  private Outcome<Json> find(String name) {
    return Product.of(name)
        .flatMap(product -> board.one(product.market()))
        .filter(page -> page.funds().stream().anyMatch(fund -> fund.name().equals(name)))
        .map(page -> Outcome.done(newest(name)))
        .orElseGet(
            () -> Outcome.refused(Reason.CONTRACT_NOT_FOUND, "product: there is no " + name));
  }

  private Json newest(String name) {
    List<Json> shown =
        board.markets().rebalances(name, LISTED).stream().<Json>map(RebalanceJson::of).toList();
    return JsonArray.of(shown);
  }
}
