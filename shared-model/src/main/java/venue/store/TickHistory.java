package venue.store;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import venue.domain.market.PriceRange;
import venue.domain.market.RecentRanges;
import venue.domain.market.Tick;

/**
 * Past ticks of a market. The latest tick's ranges usually tell that none of them matters; where
 * they do not, the summaries of blocks tell which blocks to read, so that looking back over months
 * costs little.
 */
public final class TickHistory {
  private static final long BLOCK = RecentRanges.SUMMARY;
  private final DynamoStore store;

  /**
   * A history.
   *
   * @param variable gives the value of a variable of the template
   */
  public TickHistory(DynamoDbClient client, UnaryOperator<String> variable) {
    this.store = new DynamoStore(client, variable);
  }

  /**
   * The ticks from one on, up to the latest, that lie in blocks whose range matters; in order.
   *
   * @param latest of the market
   * @param from the sequence of the first
   * @param matters whether anything can be due within a range
   */
  public List<Tick> since(Tick latest, long from, Predicate<PriceRange> matters) {
    if (from > latest.sequence() || latest.since(from).filter(matters).isEmpty()) {
      return List.of();
    }
    if (from == latest.sequence()) {
      return List.of(latest);
    }
    long first = from / BLOCK;
    long last = latest.sequence() / BLOCK;
    if (last - first <= 1) {
      return read(latest.market(), from, latest.sequence());
    }
    List<Tick> ticks = new ArrayList<>(read(latest.market(), from, (first + 1) * BLOCK - 1));
    for (long block : blocks(latest.market(), first + 1, last - 1, matters)) {
      ticks.addAll(read(latest.market(), block * BLOCK, (block + 1) * BLOCK - 1));
    }
    ticks.addAll(read(latest.market(), last * BLOCK, latest.sequence()));
    return ticks;
  }

  /**
   * The sequence of the last tick with a number below one, found by halving; not below the first
   * asked for.
   *
   * @param latest of the market
   * @param from the sequence of the first
   */
  public long lastBefore(Tick latest, long from, long number) {
    long low = from;
    long high = latest.sequence();
    while (low < high) {
      long middle = low + (high - low + 1) / 2;
      boolean before =
          read(latest.market(), middle, middle).stream().allMatch(tick -> tick.number() < number);
      if (before) {
        low = middle;
      } else {
        high = middle - 1;
      }
    }
    return low;
  }

  private List<Long> blocks(String market, long first, long last, Predicate<PriceRange> matters) {
    List<Long> blocks = new ArrayList<>();
    for (Item item :
        store.between(
            Table.MARKETS, Key.summaryPartition(market), Key.padded(first), Key.padded(last))) {
      Optional<PriceRange> range = RangeText.readRange(item.text("range"));
      if (range.filter(matters).isPresent()) {
        blocks.add(item.whole("block"));
      }
    }
    return blocks;
  }

  /** All ticks from one to another, both included, that are still kept. */
  public List<Tick> read(String market, long from, long to) {
    List<Tick> ticks = new ArrayList<>();
    for (long begin = from; begin <= to; begin = (begin / Key.PAST_TICKS + 1) * Key.PAST_TICKS) {
      long end = Math.min(to, (begin / Key.PAST_TICKS + 1) * Key.PAST_TICKS - 1);
      store
          .between(
              Table.MARKETS,
              Key.pastTicksPartition(market, begin),
              Key.padded(begin),
              Key.padded(end))
          .forEach(item -> ticks.add(TickItems.read(item)));
    }
    return ticks;
  }
}
