package venue.simulation.storm;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import venue.domain.futures.Position;
import venue.domain.house.HouseBooks;
import venue.domain.market.Market;
import venue.domain.smartleverage.Fund;
import venue.domain.smartleverage.Holding;
import venue.store.AccountState;

/**
 * All that a run leaves, by name, but for what differs by chance: ids, and the shards' own sums.
 */
record Ending(Map<String, String> figures) {

  static Ending of(Setting setting, Stores stores) {
    Map<String, String> figures = new TreeMap<>();
    for (long number : setting.allAccounts()) {
      account(figures, stores.account(number).orElseThrow());
    }
    for (Market market : setting.allMarkets()) {
      house(figures, market.name(), HouseBooks.of(stores.house(market.name())));
      stores.markets.page(market.name()).orElseThrow().funds().forEach(fund -> fund(figures, fund));
    }
    return new Ending(figures);
  }

  private static void account(Map<String, String> figures, AccountState state) {
    String name = "account " + state.account().number();
    put(figures, name + " cash", state.account().cash());
    put(figures, name + " position margin", state.account().positionMargin());
    for (Position held : state.positions()) {
      String position = name + " " + held.market() + " " + held.slot().mode();
      put(figures, position + " size", BigDecimal.valueOf(held.size()));
      put(figures, position + " cost", held.cost());
      put(figures, position + " margin", held.margin());
      put(figures, position + " funding index", held.fundingIndex());
      put(figures, position + " leverage", BigDecimal.valueOf(held.leverage()));
      figures.put(position + " cross", Boolean.toString(held.cross()));
    }
    figures.put(
        name + " resting",
        state.resting().stream()
            .map(order -> order.market() + " " + order.trigger() + " " + order.time())
            .sorted()
            .toList()
            .toString());
    for (Holding held : state.holdings()) {
      put(figures, name + " " + held.fund() + "#" + held.series() + " units", held.units());
    }
  }

  private static void house(Map<String, String> figures, String market, HouseBooks house) {
    String name = "house " + market;
    // What the funds' insurance is fed depends on when it is looked at: it comes from
    // the house's cash.
    put(figures, name + " cash with funds' pots", house.cash().add(house.fundInsurance()));
    put(figures, name + " fees", house.fees());
    put(figures, name + " insurance", house.insurance());
    put(figures, name + " longs", BigDecimal.valueOf(house.exposure().longs()));
    put(figures, name + " shorts", BigDecimal.valueOf(house.exposure().shorts()));
    put(figures, name + " cost", house.exposure().cost());
    put(figures, name + " funding", house.exposure().funding());
    house.units().forEach((series, units) -> put(figures, name + " " + series, units));
  }

  private static void fund(Map<String, String> figures, Fund fund) {
    put(figures, fund.name() + " series", BigDecimal.valueOf(fund.series()));
    put(figures, fund.name() + " NAV", fund.nav());
    put(figures, fund.name() + " exposure", fund.exposure());
  }

  private static void put(Map<String, String> figures, String name, BigDecimal value) {
    figures.put(name, value.stripTrailingZeros().toPlainString());
  }

  /** What differs from another ending. */
  List<String> differences(Ending other) {
    List<String> differences = new ArrayList<>();
    Map<String, String> all = new TreeMap<>(figures);
    all.putAll(other.figures);
    for (String name : all.keySet()) {
      String one = figures.getOrDefault(name, "0");
      String another = other.figures.getOrDefault(name, "0");
      if (!one.equals(another)) {
        differences.add(name + ": " + one + ", there " + another);
      }
    }
    return differences;
  }
}
