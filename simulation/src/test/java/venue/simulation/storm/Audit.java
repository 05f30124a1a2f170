package venue.simulation.storm;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import venue.domain.futures.CrossLeg;
import venue.domain.futures.CrossMargin;
import venue.domain.futures.Position;
import venue.domain.house.HouseBooks;
import venue.domain.market.CandleInterval;
import venue.domain.market.Market;
import venue.domain.market.Tick;
import venue.domain.resting.RestingOrder;
import venue.domain.smartleverage.Fund;
import venue.simulation.books.Chains;
import venue.simulation.books.Ends;
import venue.simulation.books.Evidence;
import venue.simulation.books.Identity;
import venue.simulation.books.RolledUp;
import venue.simulation.books.StoredEntry;
import venue.simulation.fault.Writes;
import venue.store.AccountState;
import venue.store.MarketPage;

/** Looks at the books: after each step at what it touched, at quiet points and the end at all. */
final class Audit implements Writes {
  private final Setting setting;
  private final Stores stores;
  private final List<String> problems;
  private final Chains chains;
  private final Evidence evidence;
  private final Set<Long> touched = new HashSet<>();

  Audit(Setting setting, SimulatedVenue venue, List<String> problems) {
    this.setting = setting;
    this.stores = venue.stores;
    this.problems = problems;
    this.chains = new Chains(problems);
    this.evidence =
        new Evidence(
            name -> page(name).market(), (name, tick) -> stores.markets.tick(name, tick), problems);
    chains.addAll(entries());
    venue.watch(this);
    venue.watch(evidence);
  }

  int liquidations() {
    return evidence.liquidations();
  }

  @Override
  public void done(List<Written> together) {
    chains.addAll(
        together.stream()
            .map(written -> StoredEntry.in(written.item()))
            .flatMap(Optional::stream)
            .toList());
    for (Written written : together) {
      String pk = StoredEntry.text(written.key(), "pk");
      if (pk.startsWith("account#")) {
        touched.add(Long.valueOf(pk.substring("account#".length())));
      }
    }
  }

  void afterStep() {
    for (long number : touched) {
      AccountState state = stores.account(number).orElseThrow();
      new Ends(chains).of(state.account());
      BigDecimal margin =
          state.positions().stream().map(Position::margin).reduce(BigDecimal.ZERO, BigDecimal::add);
      expect(margin.compareTo(state.account().positionMargin()) == 0, "margin of " + number);
      BigDecimal aside =
          state.resting().stream()
              .map(RestingOrder::margin)
              .reduce(BigDecimal.ZERO, BigDecimal::add);
      expect(aside.compareTo(state.account().orderMargin()) == 0, "order margin of " + number);
      boolean bearsCross = state.account().cross().isPresent();
      // Cross positions may have lost what was set aside for orders.
      expect(bearsCross || state.account().free().signum() >= 0, "free cash of " + number);
    }
    touched.clear();
  }

  void atQuietPoint() {
    List<AccountState> accounts =
        setting.allAccounts().stream().map(number -> stores.account(number).orElseThrow()).toList();
    List<Identity.Books> books = new ArrayList<>();
    for (Market market : setting.allMarkets()) {
      MarketPage page = page(market.name());
      books.add(new Identity.Books(page, HouseBooks.of(stores.house(market.name()))));
      Tick tick = page.tick().orElseThrow();
      expect(tick.quality() == Tick.Quality.GOOD, "a good tick of " + market.name());
      for (AccountState state : accounts) {
        boolean due =
            state.positions(market.contract()).stream()
                .anyMatch(
                    held ->
                        !held.cross()
                            && held.isDue(market.contract(), tick.price(), tick.fundingIndex()));
        expect(!due, "no due position: " + state.account().number() + " in " + market.name());
      }
      for (Fund fund : page.funds()) {
        expect(fund.nav().signum() >= 0, "NAV of " + fund.name());
      }
    }
    accounts.forEach(state -> expect(!isDue(state), "no due cross account: " + state.account()));
    BigDecimal gap = new Identity(accounts).gap(books);
    expect(gap.signum() == 0, "equity of everybody: " + gap);
  }

  private boolean isDue(AccountState state) {
    List<CrossLeg> legs =
        state.open().stream()
            .filter(Position::cross)
            .map(held -> leg(held, page(held.market())))
            .toList();
    return CrossMargin.of(state.account(), legs).isDue();
  }

  private static CrossLeg leg(Position held, MarketPage page) {
    return new CrossLeg(held, page.market(), page.tick().orElseThrow());
  }

  void atEnd() {
    Chains stored = new Chains(problems);
    stored.addAll(entries());
    for (long number : setting.allAccounts()) {
      new Ends(stored).of(stores.account(number).orElseThrow().account());
    }
    for (Market market : setting.allMarkets()) {
      stores.house(market.name()).forEach(shard -> new Ends(stored).of(shard));
      candles(page(market.name()).tick().orElseThrow());
    }
  }

  private void candles(Tick latest) {
    List<Tick> history = stores.history(latest);
    for (CandleInterval interval : CandleInterval.values()) {
      new RolledUp(problems)
          .of(interval, history, stores.candles(interval, history.getFirst(), latest));
    }
  }

  private List<StoredEntry> entries() {
    return stores.ofAccountsAndHouse().stream()
        .map(StoredEntry::in)
        .flatMap(Optional::stream)
        .toList();
  }

  private MarketPage page(String name) {
    return stores.markets.page(name).orElseThrow();
  }

  private void expect(boolean holds, String what) {
    if (!holds) {
      problems.add(what + " does not hold");
    }
  }
}
