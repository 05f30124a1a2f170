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
  private final Template template;

  public LastTick(DynamoDbClient dynamoDb, Template template) {
    this.dynamoDb = dynamoDb;
    this.template = template;
  }

  /** The newest tick's time; none in a new store, or where the template names no store of ticks. */
  public Optional<Instant> time() {
    boolean named =
        Stream.of(Table.values()).allMatch(table -> variable(table.variable()).isPresent());
    return named ? newest() : Optional.empty();
  }

  private Optional<Instant> newest() {
    MarketStore markets = new MarketStore(dynamoDb, name -> variable(name).orElseThrow());
    return markets.pages(markets.names()).stream()
        .map(MarketPage::tick)
        .flatMap(Optional::stream)
        .map(Tick::time)
        .max(Comparator.naturalOrder());
  }

  private Optional<String> variable(String name) {
    LocalNames names = new LocalNames(template, Map.of());
    return template.functions().stream()
        .flatMap(function -> Stream.ofNullable(function.variables().get(name)))
        .findFirst()
        .map(value -> value.resolve(names));
  }
}
