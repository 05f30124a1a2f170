package venue.simulation.recorded;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import venue.domain.futures.Position;
import venue.domain.futures.Slot;
import venue.domain.house.HouseBooks;
import venue.domain.market.Contract;
import venue.domain.market.Tick;
import venue.simulation.books.Chains;
import venue.simulation.books.Ends;
import venue.simulation.books.Identity;
import venue.simulation.books.StoredEntry;
import venue.simulation.storm.Stores;
import venue.store.AccountState;
import venue.store.MarketPage;

/** What must hold when all is over. */
record Closing(Stores stores, String market, List<Trader> traders) {

  List<String> problems() {
    List<String> problems = new ArrayList<>();
    List<AccountState> accounts =
        traders.stream().map(trader -> stores.account(trader.account()).orElseThrow()).toList();
    Identity.Books books = books();
    Tick tick = books.page().tick().orElseThrow();
    if (tick.quality() != Tick.Quality.GOOD) {
      problems.add("the last tick is " + tick.quality());
    }
    for (AccountState state : accounts) {
      BigDecimal equity = equity(state, books.page());
      if (equity.signum() < 0) {
        problems.add("equity of " + state.account().number() + " is " + equity);
      }
      if (state.open().isEmpty() && state.account().available().signum() < 0) {
        problems.add("nothing open, and available is " + state.account());
      }
    }
    BigDecimal gap = new Identity(accounts).gap(List.of(books));
    if (gap.signum() != 0) {
      problems.add("equity of everybody differs from what was paid in by " + gap);
    }
    chains(accounts, problems);
    return problems;
  }

  /** Cash, unrealised profit and funding; of an isolated position no less than its own. */
  private BigDecimal equity(AccountState state, MarketPage page) {
    Contract contract = page.market().contract();
    Tick tick = page.tick().orElseThrow();
    BigDecimal free = state.account().available();
    Optional<Position> held =
        state.position(Slot.single(market)).filter(position -> !position.isFlat());
    if (held.isEmpty()) {
      return free;
    }
    BigDecimal own = held.get().equity(contract, tick.price(), tick.fundingIndex());
    return held.get().cross() ? free.add(own) : free.min(own);
  }

  private void chains(List<AccountState> accounts, List<String> problems) {
    Chains chains = new Chains(problems);
    chains.addAll(
        stores.ofAccountsAndHouse().stream()
            .map(StoredEntry::in)
            .flatMap(Optional::stream)
            .toList());
    Ends ends = new Ends(chains);
    accounts.forEach(state -> ends.of(state.account()));
    stores.house(market).forEach(ends::of);
  }

  Identity.Books books() {
    return new Identity.Books(
        stores.markets.page(market).orElseThrow(), HouseBooks.of(stores.house(market)));
  }
}
