package venue.accountquery;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import venue.domain.Outcome;
import venue.domain.Reason;
import venue.domain.advance.Standing;
import venue.domain.advance.Standing.MarketTick;
import venue.function.Environment;
import venue.function.OrderLookup;
import venue.function.SignedCall;
import venue.store.AccountState;
import venue.store.AccountStore;
import venue.store.FillStore;
import venue.store.JournalStore;
import venue.store.MarketPage;
import venue.store.MarketStore;
import venue.store.RankingStore;
import venue.wire.ApiError;
import venue.wire.HttpRequest;
import venue.wire.HttpResponse;
import venue.wire.gate.Product;
import venue.wire.gate.Settle;
import venue.wire.json.Json;

/** What every question needs: who asks, what the account holds, what its markets are at. */
record Ledger(
    AccountStore accounts,
    FillStore fills,
    JournalStore journal,
    MarketStore markets,
    RankingStore rankings,
    OrderLookup orders,
    InstantSource wallTime,
    InstantSource venueTime) {

  static Ledger of(Environment environment) {
    return new Ledger(
        new AccountStore(environment.dynamoDb(), environment::variable),
        new FillStore(environment.dynamoDb(), environment::variable),
        new JournalStore(environment.dynamoDb(), environment::variable),
        new MarketStore(environment.dynamoDb(), environment::variable),
        new RankingStore(environment.dynamoDb(), environment::variable),
        OrderLookup.of(environment),
        environment.wallTime(),
        environment.venueTime());
  }

  /** Answers a signed question; it is put with the number of the account that asks. */
  HttpResponse ask(HttpRequest request, BiFunction<HttpRequest, Long, Outcome<Json>> question) {
    return SignedCall.read(request)
        .then(call -> call.admit(accounts.secret(call.caller()), wallTime.instant()))
        .respond(
            call ->
                question
                    .apply(request, call.caller().account())
                    .fold(HttpResponse::ok, refusal -> ApiError.of(refusal).toResponse()));
  }

  /** Answers a signed question about contracts settled in USDT. */
  HttpResponse askUsdt(HttpRequest request, BiFunction<HttpRequest, Long, Outcome<Json>> question) {
    return ask(
        request,
        (asked, account) -> Settle.usdt(asked).then(usdt -> question.apply(usdt, account)));
  }

  /** Venue time. */
  Instant now() {
    return venueTime.instant();
  }

  /** The id of the order that a path names by its id or its text. */
  Optional<Long> orderId(HttpRequest request, long account) {
    return orders.id(account, request.pathParameter("order_id").orElse(""));
  }

  Outcome<AccountState> state(long account) {
    return accounts
        .state(account)
        .map(Outcome::done)
        .orElseGet(() -> Outcome.refused(Reason.USER_NOT_FOUND, "the key's account is not open"));
  }

  Outcome<MarketPage> market(String name) {
    return markets
        .page(name)
        .map(Outcome::done)
        .orElseGet(
            () ->
                Outcome.refused(Reason.CONTRACT_NOT_FOUND, "contract: there is no market " + name));
  }

  /** What an account has open, at the latest ticks. */
  Standing standing(AccountState state) {
    return standing(state, marketsOfPositions(state));
  }

  /** What an account has open, in markets that were read. */
  Standing standing(AccountState state, List<MarketPage> pages) {
    return Standing.of(
        state.account(),
        state.open(),
        state.resting(),
        pages.stream()
            .flatMap(page -> page.tick().map(tick -> new MarketTick(page.market(), tick)).stream())
            .toList());
  }

  /** The markets in which an account has or had a position. */
  List<MarketPage> marketsOfPositions(AccountState state) {
    return markets.pages(
        state.positions().stream().map(position -> position.market()).distinct().toList());
  }

  /** The markets in whose funds an account has or had units. */
  List<MarketPage> marketsOfHoldings(AccountState state) {
    return markets.pages(
        state.holdings().stream()
            .flatMap(holding -> Product.of(holding.fund()).stream())
            .map(Product::market)
            .distinct()
            .toList());
  }
}
