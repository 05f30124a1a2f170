package venue.domain.audit;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.LongSupplier;
import venue.domain.account.Account;
import venue.domain.account.Balance;
import venue.domain.account.Movement;
import venue.domain.account.Posting;
import venue.domain.futures.Position;
import venue.domain.house.Exposure;
import venue.domain.market.Contract;
import venue.domain.resting.RestingOrder;
import venue.domain.smartleverage.Fund;
import venue.domain.smartleverage.Holding;

/**
 * One account against its own entries: its cash is the end of its chain, and its positions and
 * units are the sum of what its entries did to the house's sums over positions and units. Nothing
 * needs to stand still: entries that came after the account was read are left out.
 */
public final class AccountAudit {
  private final Account account;
  private final BookChain chain;
  private final Map<String, Map<Balance, BigDecimal>> moved = new HashMap<>();
  private final List<Finding> findings = new ArrayList<>();
  private final List<HousePart> inHouse = new ArrayList<>();
  private int entries;
  private long highest;

  /** An account as it was read, before its entries. */
  public AccountAudit(Account account) {
    this.account = account;
    this.chain = new BookChain(account.book());
  }

  /** How many entries it has. */
  public int entries() {
    return entries;
  }

  /** Adds an entry of the account, in any order. */
  public void add(RecordedEntry entry) {
    Optional<Posting> own =
        entry.postings().stream()
            .filter(posting -> posting.book().equals(account.book()))
            .findFirst();
    if (own.isEmpty()) {
      findings.add(
          new Finding(
              account.book(), Optional.of(entry.id()), 0, "it has no part in this account's book"));
      return;
    }
    highest = Math.max(highest, own.get().sequence());
    if (own.get().sequence() > account.sequence()) {
      return;
    }
    entries++;
    if (entry.sum().signum() != 0) {
      findings.add(
          new Finding(
              account.book(),
              Optional.of(entry.id()),
              own.get().sequence(),
              "it sums to " + Run.plain(entry.sum()) + ", not to 0"));
    }
    findings.addAll(chain.add(entry.id(), own.get()));
    for (Posting posting : entry.postings()) {
      if (!posting.equals(own.get())) {
        count(posting);
        inHouse.add(new HousePart(entry.id(), posting));
      }
    }
  }

  /** What an entry does in a book of the house. */
  record HousePart(long entry, Posting posting) {
    String market() {
      return HouseAudit.marketOf(posting.book());
    }
  }

  /** The parts that its entries have in the house's books. */
  List<HousePart> inHouse() {
    return List.copyOf(inHouse);
  }

  /** The account as it was read. */
  Account account() {
    return account;
  }

  /** Units of a fund's series and epoch as its entries have it. */
  BigDecimal units(Fund fund) {
    return fund.ofFirstUnits(moved(fund.market(), Balance.units(fund.seriesName())));
  }

  private void count(Posting posting) {
    String market = HouseAudit.marketOf(posting.book());
    Map<Balance, BigDecimal> sums = moved.computeIfAbsent(market, _ -> new HashMap<>());
    for (Movement movement : posting.movements()) {
      sums.merge(movement.balance(), movement.change(), BigDecimal::add);
    }
  }

  /**
   * What does not hold of entries that came later, as it seemed: the account must have gone on.
   *
   * @param now gives the number of the account's last entry, as stored now
   */
  public Optional<Finding> later(LongSupplier now) {
    return highest > account.sequence()
        ? BookChain.behind(account.book(), highest, now.getAsLong())
        : Optional.empty();
  }

  /**
   * What does not hold, once all entries are added.
   *
   * @param contracts by market
   * @param funds of all markets
   */
  public List<Finding> findings(
      List<Position> positions,
      List<RestingOrder> resting,
      List<Holding> holdings,
      Function<String, Contract> contracts,
      List<Fund> funds) {
    List<Finding> all = new ArrayList<>(findings);
    all.addAll(
        chain.endsAt(
            account.sequence(),
            Map.of(Balance.CASH, account.cash(), Balance.EXTERNAL, account.external())));
    BigDecimal margin =
        positions.stream().map(Position::margin).reduce(BigDecimal.ZERO, BigDecimal::add);
    compare("its positions' margin", account.positionMargin(), margin, all);
    BigDecimal aside =
        resting.stream().map(RestingOrder::margin).reduce(BigDecimal.ZERO, BigDecimal::add);
    compare("its resting orders' margin", account.orderMargin(), aside, all);
    TreeSet<String> markets = new TreeSet<>(moved.keySet());
    positions.forEach(held -> markets.add(held.market()));
    markets.forEach(
        market ->
            inMarket(
                market,
                positions.stream().filter(held -> held.market().equals(market)).toList(),
                contracts,
                all));
    holdings.forEach(held -> units(held, all));
    funds.forEach(fund -> unheld(fund, holdings, all));
    return all;
  }

  private void inMarket(
      String market, List<Position> held, Function<String, Contract> contracts, List<Finding> all) {
    Exposure exposure = Exposure.NONE;
    for (Position position : held) {
      Contract contract = contracts.apply(market);
      exposure = exposure.replaced(Position.flat(contract), position, contract.quantoMultiplier());
    }
    compare(
        market + " contracts long",
        BigDecimal.valueOf(exposure.longs()),
        moved(market, Balance.LONGS),
        all);
    compare(
        market + " contracts short",
        BigDecimal.valueOf(exposure.shorts()),
        moved(market, Balance.SHORTS),
        all);
    compare(market + " cost", exposure.cost(), moved(market, Balance.COST), all);
    compare(market + " settled funding", exposure.funding(), moved(market, Balance.FUNDING), all);
  }

  private void units(Holding held, List<Finding> all) {
    String series = held.fund() + "#" + held.series();
    BigDecimal follows =
        moved.values().stream()
            .map(sums -> sums.getOrDefault(Balance.units(series), BigDecimal.ZERO))
            .reduce(BigDecimal.ZERO, BigDecimal::add);
    compare(series + " units", held.firstUnits(), follows, all);
  }

  // Units of a series that was wiped are worth nothing, and a holding of the next takes their
  // place.
  private void unheld(Fund fund, List<Holding> holdings, List<Finding> all) {
    boolean held =
        holdings.stream()
            .anyMatch(
                holding -> holding.fund().equals(fund.name()) && holding.series() >= fund.series());
    if (!held) {
      compare(fund.seriesName() + " units", BigDecimal.ZERO, units(fund), all);
    }
  }

  private BigDecimal moved(String market, Balance balance) {
    return moved.getOrDefault(market, Map.of()).getOrDefault(balance, BigDecimal.ZERO);
  }

  private void compare(String what, BigDecimal stored, BigDecimal follows, List<Finding> all) {
    if (Run.differ(stored, follows)) {
      all.add(
          new Finding(
              account.book(),
              Optional.empty(),
              account.sequence(),
              "%s: stored as %s, its entries lead to %s"
                  .formatted(what, Run.plain(stored), Run.plain(follows))));
    }
  }
}
