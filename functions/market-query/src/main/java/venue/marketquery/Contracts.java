package venue.marketquery;

import java.util.List;
import java.util.Optional;
import venue.domain.Outcome;
import venue.domain.Reason;
import venue.store.MarketPage;
import venue.wire.ApiError;
import venue.wire.HttpRequest;
import venue.wire.HttpResponse;
import venue.wire.gate.ContractJson;
import venue.wire.gate.Settle;
import venue.wire.gate.TickerJson;
import venue.wire.json.Json;
import venue.wire.json.JsonArray;

/** Contracts and tickers; of other settlement currencies there is none, which is not an error. */
record Contracts(Board board) {

  HttpResponse all(HttpRequest request) {
    return Settle.isUsdt(request)
        ? list(
            board.all().stream()
                .<Json>map(page -> ContractJson.of(page.market(), page.tick(), board.now()))
                .toList())
        : list(List.of());
  }

  HttpResponse one(HttpRequest request) {
    return Settle.usdt(request)
        .then(usdt -> page(usdt.pathParameter("contract").orElse("")))
        .fold(
            page -> HttpResponse.ok(ContractJson.of(page.market(), page.tick(), board.now())),
            refusal -> ApiError.of(refusal).toResponse());
  }

  HttpResponse tickers(HttpRequest request) {
    if (!Settle.isUsdt(request)) {
      return list(List.of());
    }
    Optional<String> contract = request.queryParameter("contract").filter(name -> !name.isEmpty());
    return contract
        .map(name -> page(name).then(page -> Outcome.done(List.of(page))))
        .orElseGet(() -> Outcome.done(board.all()))
        .fold(this::tickersOf, refusal -> ApiError.of(refusal).toResponse());
  }

  private HttpResponse tickersOf(List<MarketPage> pages) {
    return list(
        pages.stream()
            .flatMap(
                page ->
                    page.tick().stream()
                        .<Json>map(tick -> TickerJson.of(page.market(), tick, board.now())))
            .toList());
  }

  private Outcome<MarketPage> page(String name) {
    return board
        .one(name)
        .map(Outcome::done)
        .orElseGet(
            () ->
                Outcome.refused(Reason.CONTRACT_NOT_FOUND, "contract: there is no market " + name));
  }

  private static HttpResponse list(List<Json> elements) {
    return HttpResponse.ok(JsonArray.of(elements));
  }
}
