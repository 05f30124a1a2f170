package venue.marketquery;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import venue.domain.Outcome;
import venue.domain.Reason;
import venue.domain.account.IdRange;
import venue.domain.history.PublicTrade;
import venue.store.PublicTrades;
import venue.wire.ApiError;
import venue.wire.Fields;
import venue.wire.HttpRequest;
import venue.wire.HttpResponse;
import venue.wire.gate.ListQuery;
import venue.wire.gate.PublicTradeJson;
import venue.wire.gate.Settle;
import venue.wire.json.Json;
import venue.wire.json.JsonArray;

/** What has been traded in a contract, and what was liquidated, whoever's it was. */
record TradeLists(Board board, PublicTrades trades) {

  /** The newest trades, or those before one of the list. */
  HttpResponse trades(HttpRequest request) {
    return answer(
        request,
        fields -> fields.optionalId("last_id"),
        (market, query, last) ->
            trades.newest(
                market,
                query.ids().and(last.map(IdRange::below).orElse(IdRange.ALL)),
                board.now(),
                query.wanted()),
        trade -> Stream.of(PublicTradeJson.of(trade)));
  }

  /** The newest liquidations. */
  HttpResponse liquidations(HttpRequest request) {
    return answer(
        request,
        fields -> Optional.empty(),
        (market, query, _) -> trades.liquidations(market, query.ids(), board.now(), query.wanted()),
        trade ->
            trade.liquidated().stream()
                .mapToObj(size -> PublicTradeJson.ofLiquidation(trade, size)));
  }

  private HttpResponse answer(
      HttpRequest request,
      Function<Fields, Optional<Long>> lastId,
      Reading reading,
      Function<PublicTrade, Stream<? extends Json>> shown) {
    Fields fields = Fields.ofParameters(request);
    String market = fields.text("contract");
    Optional<Long> last = lastId.apply(fields);
    return Settle.usdt(request)
        .then(usdt -> ListQuery.read(fields))
        .then(query -> known(market).then(name -> Outcome.done(query)))
        .fold(
            query ->
                HttpResponse.ok(
                    JsonArray.of(
                        query.part(reading.read(market, query, last)).stream()
                            .<Json>flatMap(shown)
                            .toList())),
            refusal -> ApiError.of(refusal).toResponse());
  }

  private Outcome<String> known(String market) {
    return board.one(market).isPresent()
        ? Outcome.done(market)
        : Outcome.refused(Reason.CONTRACT_NOT_FOUND, "contract: there is no market " + market);
  }

  /** How the trades of a list are read, the newest first. */
  private interface Reading {
    List<PublicTrade> read(String market, ListQuery query, Optional<Long> last);
  }
}
