package venue.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import software.amazon.dynamodb.services.local.embedded.DynamoDBEmbedded;
import software.amazon.dynamodb.services.local.shared.access.AmazonDynamoDBLocal;
import venue.domain.Samples;
import venue.domain.market.Market;
import venue.domain.market.PriceRange;
import venue.domain.market.Tick;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TickHistoryTest {
  private static final BigDecimal LOW = Samples.number("995");
  private final AmazonDynamoDBLocal database = DynamoDBEmbedded.create(true);
  private final CountingClient counting = new CountingClient(database.dynamoDbClient());
  private final TickHistory history = new TickHistory(counting.client(), TestTables::name);
  private final Market market = Samples.market();
  private Tick latest = Samples.tick(market, "1000");

  /** 3,000 ticks at 1000, but for one at 995 in the middle of a block. */
  @BeforeAll
  void record() {
    TestTables.create(database.dynamoDbClient());
    MarketStore markets = new MarketStore(database.dynamoDbClient(), TestTables::name);
    markets.open(market);
    markets.append(latest);
    for (int n = 2; n <= 3_000; n++) {
      latest = Samples.after(market, latest, n == 1_400 ? "995" : "1000", 5);
      assertThat(latest.quality()).isEqualTo(Tick.Quality.GOOD);
      markets.append(latest);
    }
  }

  @AfterAll
  void close() {
    database.shutdownNow();
  }

  private static boolean isLow(PriceRange range) {
    return range.lowest().compareTo(LOW) <= 0;
  }

  @Test
  void asksNothingWhereTheLatestTickTellsThatNothingMatters() {
    counting.take();
    assertThat(history.since(latest, 2_700, TickHistoryTest::isLow)).isEmpty();
    assertThat(counting.take()).isEmpty();
  }

  @Test
  void findsTheTickThatMattersAmongThousandsInFourQueries() {
    counting.take();
    List<Tick> ticks = history.since(latest, 10, TickHistoryTest::isLow);
    assertThat(ticks).filteredOn(tick -> tick.sequence() == 1_400).hasSize(1);
    assertThat(ticks).extracting(Tick::sequence).isSorted();
    assertThat(ticks.size()).isLessThan(800);
    assertThat(counting.take()).hasSize(4);
  }

  @Test
  void readsNoBlockOfTicksThatCameBeforeTheFirst() {
    List<Tick> ticks = history.since(latest, 1_500, TickHistoryTest::isLow);
    assertThat(ticks).allMatch(tick -> tick.sequence() >= 1_500).hasSizeLessThan(300);
  }

  @Test
  void aTickOfTheHistoryTakesOneWriteUnitAndKeepsItsRanges() {
    Tick past = history.read(market.name(), 2_000, 2_000).getFirst();
    assertThat(past.ranges().ever()).isPresent();
    assertThat(CountingClient.size(TickItems.writePast(past).attributes())).isLessThan(1024);
  }
}
