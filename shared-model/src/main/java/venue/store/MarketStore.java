package venue.store;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import venue.domain.Side;
import venue.domain.market.Market;
import venue.domain.market.RecentRanges;
import venue.domain.market.Tick;
import venue.domain.smartleverage.Fund;
import venue.domain.smartleverage.Rebalance;

/** Markets: configuration, the latest tick, its history and what is rolled up of it, funds. */
public final class MarketStore {
  private static final int PAGE = 100;
  private final DynamoStore store;
  private final CandleStore candles;

  /**
   * A store.
   *
   * @param variable gives the value of a variable of the template
   */
  public MarketStore(DynamoDbClient client, UnaryOperator<String> variable) {
    this.store = new DynamoStore(client, variable);
    this.candles = new CandleStore(store);
  }

  /** Opens a market; false if it is open already. */
  public boolean open(Market market) {
    return store.write(
        List.of(
            Write.creating(Table.MARKETS, MarketItems.write(market)),
            Write.replacing(Table.MARKETS, Item.at(Key.directory(market.name())))));
  }

  /** The names of all markets, in order. */
  public List<String> names() {
    return store.query(Table.MARKETS, "markets", "").stream()
        .map(item -> item.text(Key.SK))
        .toList();
  }

  /** A market as of now, if there is one of that name. */
  public Optional<MarketPage> page(String name) {
    return pages(List.of(name)).stream().findFirst();
  }

  /** The markets of these names that exist, as of now, read together. */
  public List<MarketPage> pages(List<String> names) {
    DynamoStore.Found found =
        store.read(names.stream().flatMap(name -> keys(name).stream()).toList());
    return names.stream().map(name -> page(name, found)).flatMap(Optional::stream).toList();
  }

  /** What a market's page is made of. */
  static List<Key> keys(String name) {
    List<Key> keys = new ArrayList<>(List.of(Key.market(name), Key.tick(name)));
    for (Side side : Side.values()) {
      keys.add(Key.fund(name, side));
    }
    return keys;
  }

  static Optional<MarketPage> page(String name, DynamoStore.Found found) {
    List<Fund> funds = new ArrayList<>();
    for (Side side : Side.values()) {
      found.get(Key.fund(name, side)).map(FundItems::read).ifPresent(funds::add);
    }
    return found
        .get(Key.market(name))
        .map(MarketItems::read)
        .map(
            market ->
                new MarketPage(market, found.get(Key.tick(name)).map(TickItems::read), funds));
  }

  /**
   * Stores a tick that follows its market's latest one: in the history under its sequence, as the
   * latest, and with it the candles and the summary that it ends; all of it or nothing. It gets the
   * next number among the ticks of all markets, so that whoever brings an account to several of
   * them, at once or much later, takes them in the order in which they came into force.
   */
  public Appended append(Tick tick) {
    Key latest = Key.tick(tick.market());
    DynamoStore.Found found = store.read(List.of(latest, Key.ticks()));
    long before = found.get(latest).map(item -> item.whole("sequence")).orElse(0L);
    if (before != tick.sequence() - 1) {
      return new Appended.Late();
    }
    Optional<Long> last = found.get(Key.ticks()).map(item -> item.whole("number"));
    Tick numbered = tick.numbered(last.orElse(0L) + 1);
    List<Write> writes = new ArrayList<>();
    writes.add(Write.creating(Table.MARKETS, TickItems.writePast(numbered)));
    writes.add(next(TickItems.write(latest, numbered), "sequence", before));
    writes.add(
        next(Item.at(Key.ticks()).with("number", numbered.number()), "number", last.orElse(0L)));
    if (numbered.sequence() % RecentRanges.SUMMARY == 0) {
      writes.add(summary(numbered));
    }
    writes.addAll(candles.closedBy(numbered));
    return store.write(writes) ? new Appended.Stored(numbered) : new Appended.Crossed();
  }

  private static Write next(Item item, String attribute, long before) {
    return before == 0
        ? Write.creating(Table.MARKETS, item)
        : Write.following(Table.MARKETS, item, attribute, before);
  }

  private static Write summary(Tick tick) {
    long block = tick.sequence() / RecentRanges.SUMMARY - 1;
    return Write.replacing(
        Table.MARKETS,
        Item.at(Key.summary(tick.market(), block))
            .with("block", block)
            .with("range", RangeText.write(tick.ranges().lastSummary())));
  }

  /** A tick of a market's history. */
  public Optional<Tick> tick(String market, long sequence) {
    Key past = Key.pastTick(market, sequence);
    return store.read(List.of(past)).get(past).map(TickItems::read);
  }

  /** Opens a fund; false if it is open already. */
  public boolean open(Fund fund) {
    return store.write(Write.creating(Table.MARKETS, FundItems.write(fund)));
  }

  /**
   * Stores a rebalance with its record, both or neither.
   *
   * @return false if the fund has been rebalanced since it was read
   */
  public boolean commit(Rebalance rebalance) {
    return store.write(writes(rebalance));
  }

  static List<Write> writes(Rebalance rebalance) {
    return List.of(
        Write.following(
            Table.MARKETS,
            FundItems.write(rebalance.after()),
            "time",
            rebalance.before().time().toEpochMilli()),
        Write.creating(Table.MARKETS, RebalanceItems.write(rebalance)));
  }

  /** A fund as it was after a tick's own rebalance, whatever has been done with it since. */
  public Fund fundAt(Fund now, Tick tick) {
    String from = Key.rebalance(now.name(), tick.sequence() + 1).sk();
    return store
        .between(Table.MARKETS, Key.rebalancePartition(now.name()), from, Key.REBALANCE + "~")
        .stream()
        .findFirst()
        .map(item -> RebalanceItems.read(item).before())
        .orElse(now);
  }

  /** All rebalances of a fund, oldest first. */
  public List<Rebalance> allRebalances(String fund) {
    return store.query(Table.MARKETS, Key.rebalancePartition(fund), Key.REBALANCE).stream()
        .map(RebalanceItems::read)
        .toList();
  }

  /** The rebalances of a fund from a moment on, oldest first. */
  public List<Rebalance> rebalancesSince(String fund, Instant since) {
    List<Rebalance> newestFirst = new ArrayList<>();
    store.eachNewest(
        Table.MARKETS,
        Key.rebalancePartition(fund),
        Key.REBALANCE,
        Key.REBALANCE + "~",
        PAGE,
        item -> {
          boolean wanted = !item.time("time").isBefore(since);
          if (wanted) {
            newestFirst.add(RebalanceItems.read(item));
          }
          return wanted;
        });
    return newestFirst.reversed();
  }

  /** The newest rebalances of a fund, newest first. */
  public List<Rebalance> rebalances(String fund, int count) {
    return store.newest(Table.MARKETS, Key.rebalancePartition(fund), Key.REBALANCE, count).stream()
        .map(RebalanceItems::read)
        .toList();
  }
}
