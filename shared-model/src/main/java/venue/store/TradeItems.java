package venue.store;

import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import venue.domain.account.EntryIds;
import venue.domain.history.PublicTrade;

/**
 * The trades of a market in the index of public trades. A partition holds a day of them, of one
 * shard; liquidations are in one of their own, so that they are found without the others.
 */
final class TradeItems {
  /** What of an entry the index holds beside keys, and all that is ever read from it. */
  static final List<String> SHOWN =
      List.of("kind", "filled", "price", "closed", "fillPrice", "size", "time");

  private static final int SHARDS = 4;
  private static final String LIQUIDATIONS = "liquidations";
  private static final long DAY_SECONDS = 86_400;

  private TradeItems() {}

  static Item indexed(Item item, String market, long id, Instant time, boolean liquidation) {
    long number = number(id, time);
    String shard = liquidation ? LIQUIDATIONS : Long.toString(number % SHARDS);
    return item.with(Schema.TRADES.partitionKey(), partition(market, day(number), shard))
        .with(Schema.TRADES.sortKey(), number);
  }

  // An order that waited has the id of its acceptance, a liquidation the time of its tick.
  private static long number(long id, Instant time) {
    return Math.max(id, EntryIds.at(time, id));
  }

  /** The day in which an id was given. */
  static long day(long id) {
    return EntryIds.time(id).getEpochSecond() / DAY_SECONDS;
  }

  /** The partitions of all trades of some days, both included. */
  static List<String> trades(String market, long firstDay, long lastDay) {
    return LongStream.rangeClosed(firstDay, lastDay)
        .boxed()
        .flatMap(
            day ->
                Stream.concat(
                        LongStream.range(0, SHARDS).mapToObj(Long::toString),
                        Stream.of(LIQUIDATIONS))
                    .map(shard -> partition(market, day, shard)))
        .toList();
  }

  /** The partitions of the liquidations of some days, both included. */
  static List<String> liquidations(String market, long firstDay, long lastDay) {
    return LongStream.rangeClosed(firstDay, lastDay)
        .mapToObj(day -> partition(market, day, LIQUIDATIONS))
        .toList();
  }

  private static String partition(String market, long day, String shard) {
    return market + "#" + day + "#" + shard;
  }

  static PublicTrade read(String market, Item item) {
    boolean liquidation = item.text("kind").equals(LiquidationFillItems.KIND);
    return new PublicTrade(
        item.whole(Schema.TRADES.sortKey()),
        market,
        item.whole(liquidation ? "closed" : "filled"),
        item.number(liquidation ? "fillPrice" : "price"),
        liquidation ? OptionalLong.of(item.whole("size")) : OptionalLong.empty(),
        item.time("time"));
  }
}
