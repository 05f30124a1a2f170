package venue.store;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import venue.domain.account.EntryIds;
import venue.domain.account.IdRange;
import venue.domain.history.PublicTrade;

/**
 * The trades of markets, whoever's they are, the newest first. They are found day by day, in steps
 * of 1, 2 and 4 days, the partitions of a step at the same time; no call looks further back than
 * {@link #DAYS} days. The index is a moment behind.
 */
public final class PublicTrades {
  /** How many days one call looks at. */
  public static final int DAYS = 7;

  private static final Comparator<PublicTrade> NEWEST_FIRST =
      Comparator.comparingLong(PublicTrade::id).reversed();
  private final DynamoStore store;

  /**
   * A finder.
   *
   * @param variable gives the value of a variable of the template
   */
  public PublicTrades(DynamoDbClient client, UnaryOperator<String> variable) {
    this.store = new DynamoStore(client, variable);
  }

  /**
   * The newest trades in a range of ids, liquidations among them.
   *
   * @param now where to begin if the range goes on into the future
   * @param wanted at most so many
   */
  public List<PublicTrade> newest(String market, IdRange ids, Instant now, int wanted) {
    return newest(market, ids, now, wanted, TradeItems::trades);
  }

  /**
   * The newest liquidations in a range of ids.
   *
   * @param now where to begin if the range goes on into the future
   * @param wanted at most so many
   */
  public List<PublicTrade> liquidations(String market, IdRange ids, Instant now, int wanted) {
    return newest(market, ids, now, wanted, TradeItems::liquidations);
  }

  private List<PublicTrade> newest(
      String market, IdRange ids, Instant now, int wanted, Partitions partitions) {
    if (ids.isEmpty()) {
      return List.of();
    }
    long last = TradeItems.day(Math.min(ids.last(), EntryIds.last(now)));
    long first = Math.max(TradeItems.day(ids.first()), last - DAYS + 1);
    List<PublicTrade> found = new ArrayList<>();
    for (long days = 1; last >= first && found.size() < wanted; days *= 2) {
      long from = Math.max(first, last - days + 1);
      found.addAll(read(market, partitions.of(market, from, last), ids, wanted));
      last = from - 1;
    }
    return found.subList(0, Math.min(wanted, found.size()));
  }

  private List<PublicTrade> read(String market, List<String> partitions, IdRange ids, int wanted) {
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<CompletableFuture<List<PublicTrade>>> running =
          partitions.stream()
              .map(
                  partition ->
                      CompletableFuture.supplyAsync(
                          () -> read(market, partition, ids, wanted), threads))
              .toList();
      return running.stream().flatMap(each -> each.join().stream()).sorted(NEWEST_FIRST).toList();
    }
  }

  // One page: so many of the few attributes that are shown are well below a megabyte.
  private List<PublicTrade> read(String market, String partition, IdRange ids, int wanted) {
    Map<String, String> names = new HashMap<>();
    names.put("#p", Schema.TRADES.partitionKey());
    names.put("#k", Schema.TRADES.sortKey());
    IntStream.range(0, TradeItems.SHOWN.size())
        .forEach(i -> names.put("#a" + i, TradeItems.SHOWN.get(i)));
    List<String> shown = names.keySet().stream().filter(name -> !name.equals("#p")).toList();
    return store
        .client()
        .query(
            QueryRequest.builder()
                .tableName(store.name(Table.ACCOUNTS))
                .indexName(Schema.TRADES.indexName())
                .keyConditionExpression("#p = :p AND #k BETWEEN :first AND :last")
                .projectionExpression(String.join(", ", shown))
                .expressionAttributeNames(names)
                .expressionAttributeValues(
                    Map.of(
                        ":p", AttributeValue.fromS(partition),
                        ":first", AttributeValue.fromN(Long.toString(ids.first())),
                        ":last", AttributeValue.fromN(Long.toString(ids.last()))))
                .scanIndexForward(false)
                .limit(wanted)
                .build())
        .items()
        .stream()
        .map(item -> TradeItems.read(market, Item.of(item)))
        .toList();
  }

  /** The partitions of some days of a market, both included. */
  private interface Partitions {
    List<String> of(String market, long firstDay, long lastDay);
  }
}
