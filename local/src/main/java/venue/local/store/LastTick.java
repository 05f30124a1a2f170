package venue.local.store;

import java.time.Instant;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import venue.domain.market.Tick;
import venue.local.StartRefused;
import venue.local.template.LocalNames;
import venue.local.template.Template;
import venue.store.MarketPage;
import venue.store.MarketStore;

/** When the newest tick of a store was, so that venue time goes on after it. */
public final class LastTick {
  private final MarketStore markets;

  public LastTick(DynamoDbClient dynamoDb, Template template) {
    LocalNames names = new LocalNames(template, Map.of());
    markets =
        new MarketStore(
            dynamoDb,
            variable ->
                template.functions().stream()
                    .flatMap(function -> Stream.ofNullable(function.variables().get(variable)))
                    .findFirst()
                    .map(value -> value.resolve(names))
                    .orElseThrow(
                        () ->
                            new StartRefused(
                                template.source() + ": no function has the variable " + variable)));
  }

  /** The newest tick's time; none in a new store. */
  public Optional<Instant> time() {
    return markets.pages(markets.names()).stream()
        .map(MarketPage::tick)
        .flatMap(Optional::stream)
        .map(Tick::time)
        .max(Comparator.naturalOrder());
  }
}
