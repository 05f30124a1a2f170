package venue.marketquery;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import venue.domain.Outcome;
import venue.domain.Reason;
import venue.domain.market.Candle;
import venue.domain.market.CandleInterval;
import venue.domain.market.Tick;
import venue.store.CandleStore;
import venue.store.MarketPage;
import venue.wire.ApiError;
import venue.wire.Fields;
import venue.wire.HttpRequest;
import venue.wire.HttpResponse;
import venue.wire.gate.ContractJson;
import venue.wire.gate.Settle;
import venue.wire.gate.TickerJson;
import venue.wire.gate.TierJson;
import venue.wire.json.Json;

/** Contracts, their tiers, and tickers. */
record Contracts(Board board, CandleStore candles) {
  private static final int DAY = 24;

  HttpResponse all(HttpRequest request) {
    return Answers.list(
        request,
        fields ->
            slice(fields)
                .then(
                    slice ->
                        Outcome.done(
                            board.some(slice).stream()
                                .<Json>map(
                                    page ->
                                        ContractJson.of(page.market(), page.tick(), board.now()))
                                .toList())));
  }

  HttpResponse one(HttpRequest request) {
    return Settle.usdt(request)
        .then(usdt -> board.ofContract(usdt.pathParameter("contract").orElse("")))
        .fold(
            page -> HttpResponse.ok(ContractJson.of(page.market(), page.tick(), board.now())),
            refusal -> ApiError.of(refusal).toResponse());
  }

  HttpResponse tickers(HttpRequest request) {
    return Answers.list(
        request, fields -> wanted(fields).then(pages -> Outcome.done(tickersOf(pages))));
  }

  HttpResponse tiers(HttpRequest request) {
    return Answers.list(
        request, fields -> wanted(fields).then(pages -> Outcome.done(tiersOf(pages))));
  }

  /** The tiers of the table that is named. */
  HttpResponse table(HttpRequest request) {
    return Answers.list(request, fields -> tableNamed(fields).then(Contracts::tiersOfOne));
  }

  private Outcome<MarketPage> tableNamed(Fields fields) {
    String table = fields.text("table_id");
    return fields
        .as(() -> table.substring(0, Math.max(0, table.lastIndexOf('_'))))
        .then(
            market ->
                board
                    .one(market)
                    .filter(page -> TierJson.table(page.market().contract()).equals(table))
                    .map(Outcome::done)
                    .orElseGet(
                        () ->
                            Outcome.refused(
                                Reason.NOT_FOUND,
                                "table_id: there is no table "
                                    + table
                                    + "; a position's risk_limit_table names one")));
  }

  private static Outcome<List<Json>> tiersOfOne(MarketPage page) {
    return Outcome.done(tiersOf(List.of(page)));
  }

  /** The market of the contract that is named; without one a part of the list of all. */
  private Outcome<List<MarketPage>> wanted(Fields fields) {
    Optional<String> contract = fields.optionalText("contract");
    return slice(fields)
        .then(
            slice ->
                contract
                    .map(name -> board.ofContract(name).then(page -> Outcome.done(List.of(page))))
                    .orElseGet(() -> Outcome.done(board.some(slice))));
  }

  private static Outcome<Slice> slice(Fields fields) {
    return fields.as(() -> Slice.read(fields));
  }

  private List<Json> tickersOf(List<MarketPage> pages) {
    return pages.stream()
        .flatMap(
            page ->
                page.tick().stream()
                    .<Json>map(tick -> TickerJson.of(page.market(), tick, day(tick), board.now())))
        .toList();
  }

  /** The hour that runs and the 23 before it, as one candle. */
  private Optional<Candle> day(Tick tick) {
    Instant last = CandleInterval.HOUR.startOf(tick.time());
    Instant first = CandleInterval.HOUR.after(last, 1 - DAY);
    return Candle.joined(candles.upTo(tick, CandleInterval.HOUR, first, last));
  }

  private static List<Json> tiersOf(List<MarketPage> pages) {
    return pages.stream()
        .map(page -> page.market().contract())
        .<Json>flatMap(contract -> TierJson.of(contract).stream())
        .toList();
  }
}
