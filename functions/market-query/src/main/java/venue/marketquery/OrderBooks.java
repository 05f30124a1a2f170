package venue.marketquery;

import java.math.BigDecimal;
import java.time.Instant;
import venue.domain.Outcome;
import venue.domain.Reason;
import venue.domain.market.OrderBook;
import venue.store.MarketPage;
import venue.wire.ApiError;
import venue.wire.Fields;
import venue.wire.HttpRequest;
import venue.wire.HttpResponse;
import venue.wire.gate.OrderBookJson;
import venue.wire.gate.Settle;
import venue.wire.json.Json;

/** What orders of each size would fill at now, in the shape of an order book. */
record OrderBooks(Board board) {
  private static final int LEVELS = 10;
  // ccxt asks for as many at most.
  private static final int LEVELS_MAX = 300;

  private record Wanted(String contract, BigDecimal interval, int levels, boolean withId) {

    static Outcome<Wanted> read(HttpRequest request) {
      Fields fields = Fields.ofParameters(request);
      return fields.as(
          () ->
              new Wanted(
                  fields.text("contract"),
                  fields.optionalDecimal("interval").orElse(BigDecimal.ZERO),
                  fields.wholeNumber("limit", 1, LEVELS_MAX, LEVELS),
                  fields.flag("with_id", false)));
    }
  }

  HttpResponse one(HttpRequest request) {
    return Settle.usdt(request)
        .then(Wanted::read)
        .then(wanted -> board.ofContract(wanted.contract()).then(page -> book(wanted, page)))
        .fold(HttpResponse::ok, refusal -> ApiError.of(refusal).toResponse());
  }

  private Outcome<Json> book(Wanted wanted, MarketPage page) {
    BigDecimal step = page.market().contract().priceStep();
    BigDecimal interval = wanted.interval().max(step);
    if (wanted.interval().signum() < 0 || interval.remainder(step).signum() != 0) {
      return Outcome.refused(
          Reason.INVALID_PARAM_VALUE,
          "interval should be 0 or a multiple of the price step " + step.toPlainString());
    }
    Instant now = board.now();
    OrderBook book =
        page.tick()
            .map(tick -> OrderBook.of(page.market(), tick, interval, wanted.levels(), now))
            .orElse(OrderBook.EMPTY);
    return Outcome.done(OrderBookJson.of(book, page.tick(), wanted.withId(), now));
  }
}
