package venue.domain.audit;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.ToLongFunction;
import venue.domain.account.Balance;
import venue.domain.account.Movement;
import venue.domain.account.Posting;
import venue.domain.house.HouseShard;

/**
 * The house's books against the entries of all accounts and its own. The shards are read first;
 * they are the cut of the journal. Of entries after it only the sums are kept, so that the house's
 * figures can be brought to the moment at which the accounts were read.
 */
public final class HouseAudit {
  private final Map<String, HouseShard> shards = new LinkedHashMap<>();
  private final Map<String, BookChain> chains = new HashMap<>();
  private final Map<String, Map<Balance, BigDecimal>> later = new HashMap<>();
  private final Map<String, Long> highest = new HashMap<>();

  /** The shards of all markets, as they were read before any entry. */
  public HouseAudit(List<HouseShard> cut) {
    for (HouseShard shard : cut) {
      shards.put(shard.book(), shard);
      chains.put(shard.book(), new BookChain(shard.book()));
    }
  }

  /** The market a book is of, such as {@code house/BTC_USDT/3}. */
  static String marketOf(String book) {
    String[] parts = book.split("/", -1);
    return parts.length == 3 ? parts[1] : book;
  }

  /** The shards at the cut. */
  public List<HouseShard> cut() {
    return List.copyOf(shards.values());
  }

  /** The chain of a shard's book, as far as it is known. */
  public BookChain chain(HouseShard shard) {
    return Objects.requireNonNull(chains.get(shard.book()));
  }

  /** Goes on with what another audit of the same cut had joined. */
  public void resume(HouseShard shard, List<Run> joined) {
    chains.put(shard.book(), new BookChain(shard.book(), joined));
  }

  /**
   * Adds an entry's part in a book of the house; what does not hold of it. A book that was not
   * there at the cut was opened later.
   */
  public List<Finding> add(long entry, Posting posting) {
    HouseShard shard = shards.get(posting.book());
    if (shard != null && posting.sequence() <= shard.sequence()) {
      return chain(shard).add(entry, posting);
    }
    highest.merge(posting.book(), posting.sequence(), Math::max);
    Map<Balance, BigDecimal> sums =
        later.computeIfAbsent(marketOf(posting.book()), _ -> new HashMap<>());
    for (Movement movement : posting.movements()) {
      sums.merge(movement.balance(), movement.change(), BigDecimal::add);
    }
    return List.of();
  }

  /** The highest number of an entry after the cut, by book: to be kept while an audit rests. */
  public Map<String, Long> highest() {
    return Map.copyOf(highest);
  }

  /** Goes on with the highest number of an entry after the cut so far. */
  public void resumeHighest(String book, long sequence) {
    highest.put(book, sequence);
  }

  /** What came after the cut, by market: to be kept while an audit rests. */
  public Map<String, Map<Balance, BigDecimal>> later() {
    return Map.copyOf(later);
  }

  /** Goes on with what came after the cut so far. */
  public void resumeLater(String market, Map<Balance, BigDecimal> sums) {
    later.put(market, new HashMap<>(sums));
  }

  /** A market's balances: those at the cut and what entries that were added did since. */
  public Map<Balance, BigDecimal> balances(String market) {
    Map<Balance, BigDecimal> sums = new HashMap<>(later.getOrDefault(market, Map.of()));
    shards.values().stream()
        .filter(shard -> shard.market().equals(market))
        .forEach(
            shard ->
                shard
                    .balances()
                    .forEach((balance, amount) -> sums.merge(balance, amount, BigDecimal::add)));
    return sums;
  }

  /**
   * What does not hold, once the entries of all accounts and of the house are added.
   *
   * @param now gives the number of a shard's last entry, as stored now; 0 if there is no such shard
   */
  public List<Finding> findings(ToLongFunction<String> now) {
    List<Finding> all = new ArrayList<>();
    highest.forEach(
        (book, sequence) ->
            BookChain.behind(book, sequence, now.applyAsLong(book)).ifPresent(all::add));
    shards.forEach(
        (book, shard) -> all.addAll(chain(shard).endsAt(shard.sequence(), shard.balances())));
    return all;
  }
}
