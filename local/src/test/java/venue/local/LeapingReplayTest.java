package venue.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import venue.local.prices.RecordedPrice;
import venue.local.prices.Recording;

/** The venue as it is deployed, replaying a recording without waiting. */
class LeapingReplayTest {
  private static final Instant RECORDED = Instant.ofEpochSecond(1_000);
  private static final int MINUTES = 12;
  private static final Recording CALM =
      new Recording(
          "BTC_USDT",
          List.of(
              new RecordedPrice(RECORDED, BigDecimal.valueOf(1_000)),
              new RecordedPrice(RECORDED.plus(Duration.ofDays(365)), BigDecimal.valueOf(1_000))));

  @TempDir Path directory;
  private final Opened opened = new Opened();
  private final HttpClient http = opened.add(HttpClient.newHttpClient());

  @AfterEach
  void close() {
    opened.close();
  }

  private record Stored(long sequence, String price, String fundingIndex, String quality) {}

  private Venue begun(Recording recording, Speed speed) {
    Path template = TestTemplate.ofTheVenue().writtenTo(directory);
    Venue venue =
        opened.add(
            new Venue(
                VenueOptions.of(template, List.of(recording))
                    .atSpeed(speed)
                    .with("TickSeconds", "60")));
    new Preparation(venue).prepare();
    return venue;
  }

  /** A price a minute, with a jump in the middle. */
  private static Recording moving(int minutes) {
    List<RecordedPrice> prices = new ArrayList<>();
    for (int i = 0; i <= minutes; i++) {
      int price = 1_000 + i % 7 + (i % MINUTES > MINUTES / 2 ? 90 : 0);
      prices.add(new RecordedPrice(RECORDED.plusSeconds(60L * i), BigDecimal.valueOf(price)));
    }
    return new Recording("BTC_USDT", prices);
  }

  private static List<Map<String, AttributeValue>> ticks(Venue venue) {
    return venue
        .dynamoDb()
        .query(
            query ->
                query
                    .tableName("Markets")
                    .keyConditionExpression("pk = :ticks")
                    .expressionAttributeValues(
                        Map.of(":ticks", AttributeValue.fromS("ticks#BTC_USDT#0"))))
        .items();
  }

  private static AttributeValue attribute(Map<String, AttributeValue> item, String name) {
    return Objects.requireNonNull(item.get(name));
  }

  private static List<Stored> stored(Venue venue) {
    return ticks(venue).stream()
        .map(
            item ->
                new Stored(
                    Long.parseLong(attribute(item, "sequence").n()),
                    attribute(item, "price").n(),
                    attribute(item, "fundingIndex").n(),
                    attribute(item, "quality").s()))
        .toList();
  }

  private static void awaitTicks(Venue venue, int count) {
    Instant deadline = Instant.now().plusSeconds(60);
    while (ticks(venue).size() < count) {
      assertThat(Instant.now()).as(count + " ticks").isBefore(deadline);
      Thread.onSpinWait();
    }
  }

  @Test
  void storesTheTicksThatAFiniteSpeedStores() throws Exception {
    Venue stepped = begun(moving(MINUTES), Speed.times(600));
    stepped.begin();
    awaitTicks(stepped, MINUTES + 1);
    Venue leaping = begun(moving(MINUTES), Speed.max());
    leaping.begin();
    assertThat(leaping.replayed().get(60, TimeUnit.SECONDS).venueTime())
        .isEqualTo(Duration.ofMinutes(MINUTES));

    assertThat(stored(leaping))
        .hasSize(MINUTES + 1)
        .isEqualTo(stored(stepped).subList(0, MINUTES + 1))
        .extracting(Stored::quality)
        .contains("GOOD", "UNCONFIRMED");
  }

  @Test
  void fillsAnOrderAtTheTickOfTheMomentAtWhichTimeStandsForIt() throws Exception {
    Venue venue = begun(CALM, Speed.max());
    Trader trader = Trader.withAccount(http, venue, "10000");
    venue.begin();
    awaitTicks(venue, 1);

    List<Instant> filled = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      Trader.Answer order =
          trader.post(
              "/api/v4/futures/usdt/orders",
              "{\"contract\":\"BTC_USDT\",\"size\":%d,\"price\":\"0\",\"tif\":\"ioc\"}"
                  .formatted(i % 2 == 0 ? 1 : -1));
      assertThat(order.status()).as(order.body().toString()).isEqualTo(201);
      filled.add(time(order.text("/create_time")));
    }
    assertThat(filled.getLast()).as("time goes on between orders").isAfter(filled.getFirst());
    assertThat(ticks(venue))
        .extracting(tick -> Instant.ofEpochMilli(Long.parseLong(attribute(tick, "time").n())))
        .containsAll(filled);
  }

  @Test
  void goesOnAtRealTimeWhenTheRecordingHasEnded() throws Exception {
    Venue venue = begun(moving(2), Speed.max());
    venue.begin();
    venue.replayed().get(60, TimeUnit.SECONDS);
    Instant end = venue.start().plus(Duration.ofMinutes(2));
    assertThat(venue.venueTime().instant()).isBetween(end, end.plusSeconds(50));
    assertThat(ticks(venue)).hasSize(3);
  }

  private static Instant time(String seconds) {
    return Instant.ofEpochMilli(new BigDecimal(seconds).movePointRight(3).longValue());
  }
}
