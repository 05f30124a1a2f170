package venue.marketquery;

import java.util.List;
import venue.domain.Outcome;
import venue.domain.Reason;
import venue.domain.market.Candle;
import venue.domain.market.CandleInterval;
import venue.domain.smartleverage.Fund;
import venue.domain.smartleverage.NavHistory;
import venue.store.CandleStore;
import venue.store.MarketPage;
import venue.wire.Fields;
import venue.wire.HttpRequest;
import venue.wire.HttpResponse;
import venue.wire.gate.NavCandleJson;
import venue.wire.gate.Product;
import venue.wire.json.Json;

/** NAV of a Smart Leverage product over time, from the candles of its price and its rebalances. */
record NavCandles(Board board, CandleStore candles) {
  private static final int CANDLES = 100;
  private static final int CANDLES_MAX = 200;

  private record Wanted(String product, CandleInterval interval, CandleRange range) {}

  HttpResponse candlesticks(HttpRequest request) {
    String product = request.pathParameter("product").orElse("");
    return Answers.list(
        request,
        fields ->
            wanted(product, fields)
                .then(wanted -> find(product).then(page -> Outcome.done(shown(wanted, page)))));
  }

  private static Outcome<Wanted> wanted(String product, Fields fields) {
    return fields.as(
        () ->
            new Wanted(
                product,
                Candles.intervalOf(fields),
                CandleRange.read(fields, CANDLES, CANDLES_MAX)));
  }

  private Outcome<MarketPage> find(String name) {
    return Product.of(name)
        .flatMap(product -> board.one(product.market()))
        .filter(page -> page.funds().stream().anyMatch(fund -> fund.name().equals(name)))
        .map(Outcome::done)
        .orElseGet(
            () -> Outcome.refused(Reason.CONTRACT_NOT_FOUND, "product: there is no " + name));
  }

  private List<Json> shown(Wanted wanted, MarketPage page) {
    List<Candle> prices = wanted.range().of(candles, page, wanted.interval());
    return page.funds().stream()
        .filter(fund -> fund.name().equals(wanted.product()) && !prices.isEmpty())
        .flatMap(
            fund -> history(fund, page, prices).of(prices, whole -> parts(page, whole)).stream())
        .<Json>map(NavCandleJson::of)
        .toList();
  }

  private NavHistory history(Fund fund, MarketPage page, List<Candle> prices) {
    return new NavHistory(
        fund,
        board.markets().rebalancesSince(fund.name(), prices.getFirst().start()),
        page.tick().orElseThrow().time());
  }

  private List<Candle> parts(MarketPage page, Candle whole) {
    return candles.parts(page.tick().orElseThrow(), whole);
  }
}
