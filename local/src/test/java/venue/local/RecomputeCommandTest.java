package venue.local;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import venue.domain.smartleverage.Rebalance;
import venue.local.prices.DefaultRecording;
import venue.local.prices.Recording;
import venue.store.MarketStore;

class RecomputeCommandTest {
  private static final Path ROOT = Path.of(System.getProperty("venue.root"));
  private static final List<String> FUNDS = List.of("BTC_USDT_LONG", "BTC_USDT_SHORT");
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

  @TempDir Path data;

  private int recompute() {
    bytes.reset();
    return new CommandLine(new RecomputeCommand(new PrintStream(bytes, true, UTF_8), ROOT))
        .execute("--data", data.toString());
  }

  // Hours in which the price falls and comes back.
  private static Recording fall() {
    Recording all = DefaultRecording.read();
    Instant from = Instant.parse("2013-12-01T04:00:00Z");
    return new Recording(
        all.market(), all.prices().stream().filter(price -> !price.time().isBefore(from)).toList());
  }

  private Venue kept() {
    return new Venue(
        VenueOptions.of(ROOT.resolve("template.yaml"), List.of(fall()))
            .with("TickSeconds", "60")
            .atSpeed(Speed.max())
            .keptIn(Optional.of(data)));
  }

  private static void alter(DynamoDbClient store, Rebalance rebalance) {
    Map<String, AttributeValue> key =
        Map.of(
            "pk", AttributeValue.fromS("rebalances#" + rebalance.before().name()),
            "sk", AttributeValue.fromS("rebalance#%016d".formatted(rebalance.tick())));
    Map<String, AttributeValue> item =
        new HashMap<>(store.getItem(get -> get.tableName("Markets").key(key)).item());
    BigDecimal cost = rebalance.cost().add(new BigDecimal("0.000000000000000001"));
    item.put("cost", AttributeValue.fromN(cost.toPlainString()));
    store.putItem(put -> put.tableName("Markets").item(item));
  }

  @Test
  void reproducesEveryFundToTheLastDigitAndNamesTheTickWhereOneParts() {
    Rebalance last;
    try (Venue venue = kept()) {
      new Preparation(venue).prepare();
      venue.beginStanding().to(venue.start().plusSeconds(6 * 3600));
      MarketStore markets = new MarketStore(venue.dynamoDb(), venue::variable);
      last =
          FUNDS.stream()
              .flatMap(fund -> markets.rebalances(fund, 1).stream())
              .findFirst()
              .orElseThrow();
    }
    assertThat(recompute()).isZero();
    assertThat(bytes.toString(UTF_8))
        .contains(FUNDS.getFirst() + ": as recorded after")
        .contains(FUNDS.getLast() + ": as recorded after");

    try (Venue venue = kept()) {
      alter(venue.dynamoDb(), last);
    }
    assertThat(recompute()).isEqualTo(1);
    assertThat(bytes.toString(UTF_8))
        .contains(last.before().name() + ": tick " + last.tick() + " at ", "cost");
  }
}
