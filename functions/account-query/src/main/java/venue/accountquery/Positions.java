package venue.accountquery;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import venue.domain.Outcome;
import venue.domain.advance.Standing;
import venue.domain.futures.DeleverageRanking;
import venue.domain.futures.Position;
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
                                            ledger.rankings().ranking(page.market().name()))))));
  }

  private Json list(AccountState state, boolean openOnly) {
    List<MarketPage> pages = ledger.marketsOfPositions(state);
    Standing standing = ledger.standing(state, pages);
    Map<String, DeleverageRanking> rankings =
        ledger.rankings().rankings(pages.stream().map(page -> page.market().name()).toList());
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
