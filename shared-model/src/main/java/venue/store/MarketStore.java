package venue.store;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import venue.domain.Side;
import venue.domain.market.Market;
import venue.domain.market.Tick;
import venue.domain.smartleverage.Fund;
import venue.domain.smartleverage.Rebalance;

/** Markets: configuration, the latest tick and its history, funds. */
public final class MarketStore {
  private final DynamoStore store;

  /**
   * A store.
   *
   * @param variable gives the value of a variable of the template
   */
  public MarketStore(DynamoDbClient client, UnaryOperator<String> variable) {
    this.store = new DynamoStore(client, variable);
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
    List<Key> keys = new ArrayList<>();
    for (String name : names) {
      keys.add(Key.market(name));
      keys.add(Key.tick(name));
      for (Side side : Side.values()) {
        keys.add(Key.fund(name, side));
      }
    }
    DynamoStore.Found found = store.read(keys);
    return names.stream().map(name -> page(name, found)).flatMap(Optional::stream).toList();
  }

  private static Optional<MarketPage> page(String name, DynamoStore.Found found) {
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
   * Stores a tick that follows the latest one: first in the history, under its sequence, then as
   * the latest. If a crash came between the two for this sequence before, the tick of the history
   * stands and becomes the latest.
   *
   * @return the tick that now has this sequence: the given one, or the one that was there first
   */
  public Tick append(Tick tick) {
    Key past = Key.pastTick(tick.market(), tick.sequence());
    boolean first = store.write(Write.creating(Table.MARKETS, TickItems.writePast(tick)));
    Tick stands = first ? tick : TickItems.read(store.read(List.of(past)).get(past).orElseThrow());
    Item latest = TickItems.write(Key.tick(tick.market()), stands);
    store.write(
        tick.sequence() == 1
            ? Write.creating(Table.MARKETS, latest)
            : Write.following(Table.MARKETS, latest, "sequence", tick.sequence() - 1));
    return stands;
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
    return store.write(
        List.of(
            Write.following(
                Table.MARKETS,
                FundItems.write(rebalance.after()),
                "time",
                rebalance.before().time().toEpochMilli()),
            Write.creating(Table.MARKETS, RebalanceItems.write(rebalance))));
  }

  /** The newest rebalances of a fund, newest first. */
  public List<Rebalance> rebalances(String fund, int count) {
    return store.newest(Table.MARKETS, Key.rebalancePartition(fund), Key.REBALANCE, count).stream()
        .map(RebalanceItems::read)
        .toList();
  }
}
