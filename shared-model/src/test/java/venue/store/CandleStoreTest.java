package venue.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.dynamodb.services.local.embedded.DynamoDBEmbedded;
import software.amazon.dynamodb.services.local.shared.access.AmazonDynamoDBLocal;
import venue.domain.Samples;
import venue.domain.market.Candle;
import venue.domain.market.CandleInterval;
import venue.domain.market.Market;
import venue.domain.market.MinuteCandles;
import venue.domain.market.NextTick;
import venue.domain.market.Tick;
import venue.store.CountingClient.Call;

class CandleStoreTest {
  private final AmazonDynamoDBLocal database = DynamoDBEmbedded.create(true);
  private final CountingClient counting = new CountingClient(database.dynamoDbClient());
  private final MarketStore markets = new MarketStore(counting.client(), TestTables::name);
  private final CandleStore candles = new CandleStore(counting.client(), TestTables::name);
  private final Market market = Samples.market();
  private final List<Tick> ticks = new ArrayList<>();

  @BeforeEach
  void open() {
    TestTables.create(database.dynamoDbClient());
    markets.open(market);
    ticks.add(markets.append(Samples.tick(market, "1000")).inForce().orElseThrow());
  }

  @AfterEach
  void close() {
    database.shutdownNow();
  }

  private Tick latest() {
    return ticks.getLast();
  }

  private Tick tick(String price, int seconds) {
    ticks.add(
        markets.append(Samples.after(market, latest(), price, seconds)).inForce().orElseThrow());
    return latest();
  }

  private List<Candle> all(CandleInterval interval) {
    return candles.upTo(latest(), interval, interval.startOf(Samples.START), latest().time());
  }

  /** All ticks of the market rolled up anew. */
  private List<Candle> rolledUp(CandleInterval interval) {
    List<Candle> minutes = new ArrayList<>();
    ticks.forEach(tick -> tick.minutes().closed().ifPresent(minutes::add));
    latest().minutes().running().ifPresent(minutes::add);
    return minutes.stream()
        .map(minute -> interval.startOf(minute.start()))
        .distinct()
        .map(
            start ->
                Candle.rolledUp(
                    interval,
                    minutes.stream()
                        .filter(minute -> interval.startOf(minute.start()).equals(start))
                        .toList()))
        .flatMap(Optional::stream)
        .toList();
  }

  private void assertHoldsEveryTick(CandleInterval interval) {
    assertThat(all(interval))
        .as(interval.label())
        .usingRecursiveComparison()
        .withComparatorForType(BigDecimal::compareTo, BigDecimal.class)
        .isEqualTo(rolledUp(interval));
  }

  @Test
  void everyIntervalHoldsEveryTickUpToTheLatestHoweverSparseTheyAre() {
    for (int seconds : List.of(20, 20, 20, 61, 240, 3600, 7, 4000, 30_000, 100_000, 700_000, 59)) {
      tick(Integer.toString(1000 + ticks.size() % 5), seconds);
      for (CandleInterval interval : List.of(CandleInterval.values())) {
        assertHoldsEveryTick(interval);
      }
    }
  }

  @Test
  void aTickIsOneTransactionWhetherItEndsAMinuteOrNot() {
    tick("1001", 20);
    counting.take();
    tick("1002", 20);
    assertThat(counting.take())
        .extracting(Call::kind)
        .containsExactly("batchGetItem", "transactWriteItems");
    tick("1003", 20);
    assertThat(counting.take())
        .extracting(Call::kind)
        .containsExactly("batchGetItem", "transactWriteItems");
  }

  @Test
  void aMinuteThatEndsALongerCandleCostsAQueryForEach() {
    tick("1001", 299);
    counting.take();
    tick("1002", 1);
    assertThat(counting.take())
        .extracting(Call::kind)
        .containsExactly("batchGetItem", "query", "transactWriteItems");
  }

  @Test
  void aTickThatCameTooLateLeavesNoCandleBehind() {
    tick("1001", 20);
    Tick late = Samples.after(market, latest(), "1500", 300);
    tick("1002", 301);

    assertThat(markets.append(late)).isEqualTo(new Appended.Late());

    for (CandleInterval interval : List.of(CandleInterval.values())) {
      assertHoldsEveryTick(interval);
    }
  }

  @Test
  void aReaderWhoseLatestTickIsOldSeesNoCandleTwice() {
    Tick old = tick("1001", 20);
    tick("1002", 300);
    List<Candle> seen = candles.upTo(old, CandleInterval.MINUTE, Samples.START, latest().time());
    assertThat(seen).extracting(Candle::close).containsExactly(Samples.number("1001"));
  }

  @Test
  void twoThousandMinutesAreReadInThreeQueries() {
    tick("1001", 2_000 * 60);
    counting.take();
    Instant first = latest().time().minus(Duration.ofMinutes(1_999));
    assertThat(candles.upTo(latest(), CandleInterval.MINUTE, first, latest().time())).hasSize(1);
    assertThat(counting.take()).extracting(Call::kind).hasSizeLessThanOrEqualTo(3);
  }

  @Test
  void theRunningWeekIsReadInAtMostThreeQueriesMore() {
    tick("1001", 4 * 24 * 3600);
    tick("1002", 24 * 3600 + 7300);
    tick("1003", 3600);
    tick("1004", 300);
    counting.take();
    Instant start = CandleInterval.DAYS_7.startOf(latest().time());
    List<Candle> week = candles.upTo(latest(), CandleInterval.DAYS_7, start, latest().time());
    assertThat(counting.take()).extracting(Call::kind).hasSizeLessThanOrEqualTo(4);
    assertThat(week).hasSize(1);
    assertThat(week.getFirst().ticks()).isEqualTo(4);
  }

  @Test
  void anItemOfAMinuteExpiresAndALongerOneStays() {
    Candle minute = latest().minutes().running().orElseThrow();
    assertThat(CandleItems.write(minute).whole("expires"))
        .isEqualTo(Samples.START.plus(Duration.ofDays(90)).getEpochSecond());
    Candle hour = Candle.rolledUp(CandleInterval.HOUR, List.of(minute)).orElseThrow();
    assertThat(CandleItems.write(hour).has("expires")).isFalse();
  }

  @Test
  void aTickThatWasStoredBeforeThereWereCandlesHasNoneAndTheNextBeginsThem() {
    Map<String, AttributeValue> old =
        new HashMap<>(TickItems.write(Key.tick(market.name()), latest()).attributes());
    old.remove("minutes");
    Tick read = TickItems.read(Item.of(old));
    assertThat(read.minutes()).isEqualTo(MinuteCandles.NONE);
    assertThat(candles.upTo(read, CandleInterval.HOUR, Samples.START, read.time())).isEmpty();
    MinuteCandles next = Samples.after(market, read, "1001", 60).minutes();
    assertThat(next.closed()).isEmpty();
    assertThat(next.running()).isPresent();
  }

  @Test
  void aTickWithItsCandlesTakesOneWriteUnitAsBefore() {
    Tick large = latest();
    for (int i = 1; i <= 601; i++) {
      large =
          new NextTick(market, Samples.number("12345.678"), 123_456)
              .good(
                  Optional.of(large),
                  Samples.number("1001.23").add(BigDecimal.valueOf(i % 7)),
                  large.time().plusSeconds(60));
    }
    assertThat(large.minutes().closed()).isPresent();
    assertThat(CountingClient.size(TickItems.writePast(large).attributes())).isLessThan(1024);
  }
}
