package venue.accountquery;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import venue.domain.Outcome;
import venue.domain.advance.Standing;
import venue.domain.futures.DeleverageRanking;
import venue.domain.futures.Position;
import venue.domain.futures.Winner;
import venue.store.AccountState;
import venue.store.MarketPage;
import venue.wire.Fields;
import venue.wire.HttpRequest;
import venue.wire.HttpResponse;
import venue.wire.gate.PositionJson;
import venue.wire.json.Json;
import venue.wire.json.JsonArray;

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

  HttpResponse one(HttpRequest request) {
    return ledger.askUsdt(
        request,
        (asked, account) ->
            ledger
                .market(asked.pathParameter("contract").orElse(""))
                .then(
                    page ->
                        ledger
                            .state(account)
                            .then(
                                state ->
                                    Outcome.done(
                                        shown(
                                            state,
                                            page,
                                            ledger.standing(state),
                                            Optional.ofNullable(
                                                rankings(state, List.of(page))
                                                    .get(page.market().name())))))));
  }

  private Json list(AccountState state, boolean openOnly) {
    List<MarketPage> pages = ledger.marketsOfPositions(state);
    Standing standing = ledger.standing(state, pages);
    Map<String, DeleverageRanking> rankings = rankings(state, pages);
    List<Json> shown =
        pages.stream()
            .filter(
                page -> !openOnly || !state.position(page.market().name()).orElseThrow().isFlat())
            .map(
                page ->
                    shown(
                        state,
                        page,
                        standing,
                        Optional.ofNullable(rankings.get(page.market().name()))))
            .toList();
    return JsonArray.of(shown);
  }

  // Only who wins has a place in a ranking.
  private Map<String, DeleverageRanking> rankings(AccountState state, List<MarketPage> pages) {
    List<String> winning =
        pages.stream()
            .filter(page -> isInProfit(state, page))
            .map(page -> page.market().name())
            .toList();
    return ledger.rankings().rankings(winning);
  }

  private static boolean isInProfit(AccountState state, MarketPage page) {
    return state
        .position(page.market().name())
        .flatMap(
            held ->
                page.tick().filter(tick -> Winner.isInProfit(held, page.market().contract(), tick)))
        .isPresent();
  }

  private static Json shown(
      AccountState state, MarketPage page, Standing standing, Optional<DeleverageRanking> ranking) {
    Optional<Position> position = state.position(page.market().name());
    return PositionJson.of(
        state.account(),
        position.orElseGet(() -> Position.flat(page.market().contract())),
        page.market(),
        page.tick(),
        standing.legsBeside(page.market().name()),
        ranking);
  }
}
