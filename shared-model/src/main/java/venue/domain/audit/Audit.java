package venue.domain.audit;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import venue.domain.account.Posting;
import venue.domain.futures.Position;
import venue.domain.resting.RestingOrder;
import venue.domain.smartleverage.Fund;
import venue.domain.smartleverage.Holding;

/**
 * The audit of all books while the venue goes on trading. The house's shards come first, then its
 * own entries, then account by account with its entries. It checks that each entry's money sums to
 * zero, that each book's chain of entries has no gap and ends at what is stored, that each
 * account's positions and units are what its entries made them, and that what everybody has is what
 * was paid in.
 */
public final class Audit {
  private static final int NAMED = 20;
  private final Instant begun;
  private final Map<String, Valuation> markets = new HashMap<>();
  private final HouseAudit house;
  private final Function<String, Valuation> others;
  private long accounts;
  private long entries;
  private long differences;
  private final List<Finding> first = new ArrayList<>();
  private Equity users;

  /**
   * An audit, from its beginning or from where it rested.
   *
   * @param others gives a market that was opened since
   * @param soFar what it has found
   */
  public Audit(
      Collection<Valuation> valuations,
      HouseAudit house,
      Function<String, Valuation> others,
      Report soFar) {
    this.begun = soFar.begun();
    valuations.forEach(valuation -> markets.put(valuation.market().name(), valuation));
    this.house = house;
    this.others = others;
    this.accounts = soFar.accounts();
    this.entries = soFar.entries();
    this.differences = soFar.differences();
    this.first.addAll(soFar.first());
    this.users = soFar.equity();
  }

  /** An audit that begins. */
  public static Audit begin(
      Collection<Valuation> valuations,
      HouseAudit house,
      Function<String, Valuation> others,
      Instant now) {
    return new Audit(valuations, house, others, new Report(now, 0, 0, 0, List.of(), Equity.NONE));
  }

  /** The markets at the ticks by which everything is valued. */
  public Collection<Valuation> markets() {
    return List.copyOf(markets.values());
  }

  /** The house's books so far. */
  public HouseAudit house() {
    return house;
  }

  /** Looks at an entry of the house alone: what the operator has paid in. */
  public void house(RecordedEntry entry) {
    entries++;
    if (entry.sum().signum() != 0 || entry.postings().isEmpty()) {
      String book = entry.postings().stream().map(Posting::book).findFirst().orElse("house");
      long sequence = entry.postings().stream().mapToLong(Posting::sequence).findFirst().orElse(0);
      found(
          new Finding(
              book,
              Optional.of(entry.id()),
              sequence,
              "it sums to " + Run.plain(entry.sum()) + " over its parts, not to 0"));
    }
    entry.postings().forEach(posting -> house.add(entry.id(), posting).forEach(this::found));
  }

  /**
   * What does not hold of an account by itself. A store shows a transaction's items one after
   * another, so that whoever finds something looks once more before it is {@link #take taken}.
   *
   * @param account with all its entries added
   */
  public List<Finding> findings(
      AccountAudit account,
      List<Position> positions,
      List<RestingOrder> resting,
      List<Holding> holdings) {
    account.inHouse().forEach(part -> valuation(part.market()));
    List<Fund> funds = markets.values().stream().flatMap(at -> at.funds().stream()).toList();
    return account.findings(
        positions, resting, holdings, name -> valuation(name).market().contract(), funds);
  }

  /** Takes in an account with what was found of it. */
  public void take(AccountAudit account, List<Position> positions, List<Finding> found) {
    found.forEach(this::found);
    account.inHouse().forEach(part -> house.add(part.entry(), part.posting()).forEach(this::found));
    accounts++;
    entries += account.entries();
    users = users.plus(Valuation.cash(account.account()));
    positions.stream()
        .filter(held -> !held.isFlat())
        .forEach(held -> users = users.plus(valuation(held.market()).of(held)));
    for (Valuation market : markets.values()) {
      users = users.plus(market.of(account));
    }
  }

  /** Notes an account that cannot be read, or is not there though something of it is. */
  public void unreadable(long account, String why) {
    accounts++;
    found(new Finding("account/" + account, Optional.empty(), 0, why));
  }

  private Valuation valuation(String market) {
    return markets.computeIfAbsent(market, others);
  }

  private void found(Finding finding) {
    differences++;
    if (first.size() < NAMED) {
      first.add(finding);
    }
  }

  /** What it has found so far, users' side of the second identity alone. */
  public Report soFar() {
    return new Report(begun, accounts, entries, differences, first, users);
  }

  /**
   * What it has found, once all accounts were looked at.
   *
   * @param shardNow gives the number of a shard's last entry by its book, as stored now
   */
  public Report finish(ToLongFunction<String> shardNow) {
    house.findings(shardNow).forEach(this::found);
    Equity all = users;
    for (Valuation market : markets.values()) {
      all = all.plus(market.of(house.balances(market.market().name())));
    }
    return new Report(begun, accounts, entries, differences, first, all);
  }
}
