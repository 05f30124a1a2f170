package venue.marketquery;

import java.math.BigDecimal;
import java.util.Optional;
import venue.domain.Outcome;
import venue.domain.Reason;
import venue.domain.market.Tick;
import venue.domain.smartleverage.Fund;
import venue.domain.smartleverage.UnitOrder;
import venue.domain.smartleverage.UnitQuote;
import venue.store.MarketPage;
import venue.wire.ApiError;
import venue.wire.Fields;
import venue.wire.HttpRequest;
import venue.wire.HttpResponse;
import venue.wire.gate.Product;
import venue.wire.gate.Settle;
import venue.wire.gate.UnitQuoteJson;
import venue.wire.json.Json;

/** What units of a Smart Leverage product would be bought or sold at now. */
record Quotes(Board board) {

  HttpResponse one(HttpRequest request) {
    return Settle.usdt(request)
        .then(Quotes::order)
        .then(this::quote)
        .fold(HttpResponse::ok, refusal -> ApiError.of(refusal).toResponse());
  }

  private static Outcome<UnitOrder> order(HttpRequest request) {
    Fields fields = Fields.ofParameters(request);
    String product = fields.text("product");
    boolean buys = fields.oneOf("side", "buy", "sell").equals("buy");
    BigDecimal much = fields.positiveDecimal(buys ? "amount" : "units");
    return fields.as(
        () ->
            buys
                ? new UnitOrder.Buy(product, much, Optional.empty())
                : new UnitOrder.Sell(product, much, Optional.empty()));
  }

  private Outcome<Json> quote(UnitOrder order) {
    Optional<MarketPage> page =
        Product.of(order.fund()).flatMap(product -> board.one(product.market()));
    Optional<Fund> fund =
        page.stream()
            .flatMap(found -> found.funds().stream())
            .filter(each -> each.name().equals(order.fund()))
            .findFirst();
    Optional<Tick> tick = page.flatMap(MarketPage::tick);
    if (fund.isEmpty() || tick.isEmpty()) {
      return Outcome.refused(Reason.CONTRACT_NOT_FOUND, "product: there is no " + order.fund());
    }
    return UnitQuote.of(order, page.orElseThrow().market(), fund.get(), tick.get(), board.now())
        .then(
            quote ->
                Outcome.done(
                    UnitQuoteJson.of(fund.get(), quote, page.orElseThrow().market(), tick.get())));
  }
}
