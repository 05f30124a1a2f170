package venue.simulation.books;

import java.math.BigDecimal;
import java.util.List;
import venue.domain.futures.Position;
import venue.domain.house.HouseBooks;
import venue.domain.market.Contract;
import venue.domain.market.Tick;
import venue.domain.smartleverage.Fund;
import venue.domain.smartleverage.Holding;
import venue.store.AccountState;
import venue.store.MarketPage;

/**
 * The second audit identity: users' equity, units × NAV, the house's equity from its own sums,
 * insurance and fees add up to what was paid in and not out.
 */
public record Identity(List<AccountState> accounts) {

  public Identity {
    accounts = List.copyOf(accounts);
  }

  /** A market and the sum of the house's shards of it. */
  public record Books(MarketPage page, HouseBooks house) {}

  /** By how much it fails; zero if it holds. */
  public BigDecimal gap(List<Books> markets) {
    BigDecimal gap =
        accounts.stream()
            .map(AccountState::account)
            .map(account -> account.cash().add(account.external()))
            .reduce(BigDecimal.ZERO, BigDecimal::add);
    for (Books books : markets) {
      gap = gap.add(users(books)).add(house(books));
    }
    return gap;
  }

  private BigDecimal users(Books books) {
    Contract contract = books.page().market().contract();
    Tick tick = books.page().tick().orElseThrow();
    BigDecimal sum = BigDecimal.ZERO;
    for (AccountState account : accounts) {
      for (Position held : account.positions(contract)) {
        BigDecimal q = contract.base(held.size());
        sum =
            sum.add(q.multiply(tick.price()).subtract(held.cost()))
                .subtract(q.multiply(tick.fundingIndex().subtract(held.fundingIndex())));
      }
      for (Holding held : account.holdings()) {
        for (Fund fund : books.page().funds()) {
          if (held.fund().equals(fund.name()) && held.series() == fund.series()) {
            sum = sum.add(held.at(fund).units().multiply(fund.navAt(tick)));
          }
        }
      }
    }
    return sum;
  }

  private static BigDecimal house(Books books) {
    HouseBooks house = books.house();
    return houseEquity(books)
        .add(house.insurance())
        .add(house.fundInsurance())
        .add(house.fees())
        .add(house.external());
  }

  /** The house's cash less what it would owe if everybody closed at the latest tick, USDT. */
  public static BigDecimal houseEquity(Books books) {
    HouseBooks house = books.house();
    Tick tick = books.page().tick().orElseThrow();
    BigDecimal q = books.page().market().contract().base(house.exposure().skew());
    BigDecimal owed = q.multiply(tick.price()).subtract(house.exposure().cost());
    BigDecimal funding = q.multiply(tick.fundingIndex()).subtract(house.exposure().funding());
    for (Fund fund : books.page().funds()) {
      owed = owed.add(house.unitsOf(fund).multiply(fund.navAt(tick)));
    }
    return house.cash().subtract(owed).add(funding);
  }
}
