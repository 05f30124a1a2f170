package venue.local.store;

import java.time.Instant;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import venue.domain.market.Tick;
import venue.local.template.LocalNames;
import venue.local.template.Template;
import venue.store.MarketPage;
import venue.store.MarketStore;
import venue.store.Table;

/** When the newest tick of a store was, so that venue time goes on after it. */
public final class LastTick {
  private final DynamoDbClient dynamoDb;
  private final LocalNames names;

  public LastTick(DynamoDbClient dynamoDb, Template template) {
    this.dynamoDb = dynamoDb;
    this.names = new LocalNames(template, Map.of());
  }

  /** The newest tick's time; none in a new store, or where the template names no store of ticks. */
  public Optional<Instant> time() {
    boolean named =
        Stream.of(Table.values()).allMatch(table -> names.variable(table.variable()).isPresent());
    return named ? newest() : Optional.empty();
  }

  private Optional<Instant> newest() {
    MarketStore markets = new MarketStore(dynamoDb, name -> names.variable(name).orElseThrow());
    return markets.pages(markets.names()).stream()
        .map(MarketPage::tick)
        .flatMap(Optional::stream)
        .map(Tick::time)
        .max(Comparator.naturalOrder());
  }
}
