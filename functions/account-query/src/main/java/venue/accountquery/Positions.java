package venue.accountquery;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import venue.domain.Outcome;
import venue.domain.advance.Standing;
import venue.domain.futures.DeleverageRanking;
import venue.store.AccountState;
import venue.store.MarketPage;
import venue.wire.Fields;
import venue.wire.HttpRequest;
import venue.wire.HttpResponse;
import venue.wire.gate.PositionJson;
import venue.wire.gate.PositionPath;
import venue.wire.json.Json;
import venue.wire.json.JsonArray;
import venue.wire.json.JsonObject;

/** An account's futures positions. */
record Positions(Ledger ledger) {

  /** All positions the account has or had; with {@code holding=true} only the open ones. */
  HttpResponse all(HttpRequest request) {
    return ledger.askUsdt(
        request,
        (asked, account) -> {
          Fields fields = Fields.ofParameters(asked);
          boolean openOnly = fields.flag("holding", false);
          return fields
              .as(() -> openOnly)
              .then(open -> ledger.state(account))
              .then(state -> Outcome.done(list(state, openOnly)));
        });
  }

  /** The position or positions in a market. */
  HttpResponse in(PositionPath path, HttpRequest request) {
    return ledger.askUsdt(
        request,
        (asked, account) ->
            ledger
                .market(asked.pathParameter("contract").orElse(""))
                .then(page -> ledger.state(account).then(state -> shown(path, state, page))));
  }

  private Outcome<Json> shown(PositionPath path, AccountState state, MarketPage page) {
    Standing standing = ledger.standing(state);
    Map<String, DeleverageRanking> rankings = rankings(state, List.of(page));
    return path.allows(state.account().mode())
        .then(
            mode ->
                Outcome.done(path.shown(shown(state, page, standing, false, rankings).toList())));
  }

  private Json list(AccountState state, boolean openOnly) {
    List<MarketPage> pages = ledger.marketsOfPositions(state);
    Standing standing = ledger.standing(state, pages);
    Map<String, DeleverageRanking> rankings = rankings(state, pages);
    return JsonArray.of(
        pages.stream()
            .flatMap(page -> shown(state, page, standing, openOnly, rankings))
            .<Json>map(shown -> shown)
            .toList());
  }

  // Only who wins has a place in a ranking.
  private Map<String, DeleverageRanking> rankings(AccountState state, List<MarketPage> pages) {
    List<String> winning =
        pages.stream()
            .filter(page -> page.hasWinner(state.positions(page.market().contract())))
            .map(page -> page.market().name())
            .toList();
    return ledger.rankings().rankings(winning);
  }

  private static Stream<JsonObject> shown(
      AccountState state,
      MarketPage page,
      Standing standing,
      boolean openOnly,
      Map<String, DeleverageRanking> rankings) {
    return state.positions(page.market().contract()).stream()
        .filter(held -> !openOnly || !held.isFlat())
        .map(
            held ->
                PositionJson.of(
                    standing,
                    held,
                    page.market(),
                    page.tick(),
                    Optional.ofNullable(rankings.get(page.market().name()))));
  }
}
