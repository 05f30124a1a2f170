package venue.marketquery;

import java.util.List;
import venue.domain.Outcome;
import venue.domain.market.Candle;
import venue.domain.market.CandleInterval;
import venue.store.CandleStore;
import venue.store.MarketPage;
import venue.wire.Fields;
import venue.wire.HttpRequest;
import venue.wire.HttpResponse;
import venue.wire.gate.CandleJson;
import venue.wire.json.Json;

/** What was paid for the funding intervals that are over, newest first. */
record FundingRates(Board board, CandleStore candles) {
  private static final int USUAL = 100;
  private static final int MOST = 1000;

  private record Wanted(String contract, CandleRange range) {

    static Outcome<Wanted> read(Fields fields) {
      return fields.as(
          () -> new Wanted(fields.text("contract"), CandleRange.read(fields, USUAL, MOST)));
    }
  }

  HttpResponse list(HttpRequest request) {
    return Answers.list(
        request,
        fields ->
            Wanted.read(fields)
                .then(
                    wanted ->
                        board
                            .ofContract(wanted.contract())
                            .then(page -> Outcome.done(settled(page, wanted.range())))));
  }

  private List<Json> settled(MarketPage page, CandleRange range) {
    return CandleInterval.of(page.market().funding().interval())
        .map(interval -> closed(page, interval, range))
        .orElseGet(List::of)
        .reversed()
        .stream()
        .<Json>map(CandleJson::fundingRate)
        .toList();
  }

  private List<Candle> closed(MarketPage page, CandleInterval interval, CandleRange range) {
    return page.tick()
        .map(tick -> range.ofEnds(interval, tick.time()).of(candles, page, interval))
        .orElseGet(List::of);
  }
}
