package venue.marketquery;

import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import venue.domain.Outcome;
import venue.domain.Reason;
import venue.domain.smartleverage.Fund;
import venue.domain.smartleverage.Rebalance;
import venue.store.MarketPage;
import venue.wire.ApiError;
import venue.wire.HttpRequest;
import venue.wire.HttpResponse;
import venue.wire.gate.Product;
import venue.wire.gate.ProductJson;
import venue.wire.gate.Settle;
import venue.wire.json.Json;
import venue.wire.json.JsonArray;

/** Smart Leverage products. */
record Products(Board board) {

  HttpResponse all(HttpRequest request) {
    return Settle.usdt(request)
        .fold(
            usdt ->
                HttpResponse.ok(
                    JsonArray.of(
                        board.all().stream()
                            .flatMap(page -> of(page, fund -> true, fund -> Optional.empty()))
                            .toList())),
            refusal -> ApiError.of(refusal).toResponse());
  }

  HttpResponse one(HttpRequest request) {
    return Settle.usdt(request)
        .then(usdt -> find(usdt.pathParameter("product").orElse("")))
        .fold(HttpResponse::ok, refusal -> ApiError.of(refusal).toResponse());
  }

  private Outcome<Json> find(String name) {
    return Product.of(name).flatMap(product -> board.one(product.market())).stream()
        .flatMap(page -> of(page, fund -> fund.name().equals(name), this::last))
        .map(Outcome::done)
        .findFirst()
        .orElseGet(
            () -> Outcome.refused(Reason.CONTRACT_NOT_FOUND, "product: there is no " + name));
  }

  private static Stream<Json> of(
      MarketPage page, Predicate<Fund> wanted, Function<Fund, Optional<Rebalance>> last) {
    return page.tick().stream()
        .flatMap(
            tick ->
                page.funds().stream()
                    .filter(wanted)
                    .map(fund -> ProductJson.of(fund, page.market(), tick, last.apply(fund))));
  }

  private Optional<Rebalance> last(Fund fund) {
    return board.markets().rebalances(fund.name(), 1).stream().findFirst();
  }
}
