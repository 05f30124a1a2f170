package venue.marketquery;

import java.util.List;
import java.util.function.BiFunction;
import java.util.stream.Stream;
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

/** What is rolled up of a market's ticks: candles, premium index, statistics. */
record Candles(Board board, CandleStore candles) {
  private static final List<String> PREFIXES = List.of("mark_", "index_");
  private static final String[] INTERVALS =
      Stream.of(CandleInterval.values()).map(CandleInterval::label).toArray(String[]::new);
  private static final CandleInterval USUAL = CandleInterval.MINUTES_5;

  private static final int CANDLES = 100;
  private static final int CANDLES_MAX = 2000;
  private static final int PREMIUMS_MAX = 1000;
  private static final int STATISTICS = 30;
  private static final int STATISTICS_MAX = 100;

  private record Wanted(String contract, CandleInterval interval, CandleRange range) {

    static Outcome<Wanted> read(Fields fields, int usual, int most) {
      return fields.as(
          () ->
              new Wanted(
                  fields.text("contract"),
                  intervalOf(fields),
                  CandleRange.read(fields, usual, most)));
    }

    /** The same of the contract itself where its mark or index price is asked for. */
    Wanted ofThePrice() {
      return PREFIXES.stream()
          .filter(contract::startsWith)
          .findFirst()
          .map(prefix -> new Wanted(contract.substring(prefix.length()), interval, range))
          .orElse(this);
    }
  }

  /** The interval that a client asks for, by its name. */
  static CandleInterval intervalOf(Fields fields) {
    return fields.optionalOneOf("interval", INTERVALS).flatMap(CandleInterval::named).orElse(USUAL);
  }

  HttpResponse candlesticks(HttpRequest request) {
    return Answers.list(
        request,
        fields ->
            Wanted.read(fields, CANDLES, CANDLES_MAX)
                .then(wanted -> shown(wanted.ofThePrice(), (page, one) -> CandleJson.of(one))));
  }

  HttpResponse premiumIndex(HttpRequest request) {
    return Answers.list(
        request,
        fields ->
            Wanted.read(fields, CANDLES, PREMIUMS_MAX)
                .then(wanted -> shown(wanted, (page, one) -> CandleJson.premium(one))));
  }

  HttpResponse statistics(HttpRequest request) {
    return Answers.list(
        request,
        fields ->
            Wanted.read(fields, STATISTICS, STATISTICS_MAX)
                .then(
                    wanted ->
                        shown(
                            wanted,
                            (page, one) -> CandleJson.statistics(one, page.market().contract()))));
  }

  private Outcome<List<Json>> shown(Wanted wanted, BiFunction<MarketPage, Candle, Json> shape) {
    return board
        .ofContract(wanted.contract())
        .then(
            page ->
                Outcome.done(
                    wanted.range().of(candles, page, wanted.interval()).stream()
                        .map(candle -> shape.apply(page, candle))
                        .toList()));
  }
}
