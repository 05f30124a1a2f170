package venue.local;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import venue.local.prices.RecordedPrice;
import venue.local.prices.Recording;

class PreparationTest {
  @TempDir Path directory;
  private final Opened opened = new Opened();

  @AfterEach
  void close() {
    opened.close();
  }

  private Venue open(TestTemplate template) {
    Recording recording =
        new Recording(
            "BTC_USDT", List.of(new RecordedPrice(Instant.EPOCH, new BigDecimal("780.5"))));
    VenueOptions options = VenueOptions.of(template.writtenTo(directory), List.of(recording));
    return opened.add(new Venue(options.atSpeed(60)));
  }

  private static Map<String, String> requests(Venue venue) {
    return venue.dynamoDb().scan(scan -> scan.tableName("Requests")).items().stream()
        .collect(Collectors.toMap(item -> text(item, "pk"), item -> text(item, "body")));
  }

  private static String text(Map<String, AttributeValue> item, String attribute) {
    return requireNonNull(item.get(attribute)).s();
  }

  @Test
  void preparesAVenueThroughRoutesItFindsByName() {
    Venue venue = open(TestTemplate.ofOffice());

    DemoAccount demo = new Preparation(venue).prepare();

    assertThat(demo).isEqualTo(new DemoAccount("the key", "the secret"));
    assertThat(requests(venue))
        .containsOnly(
            Map.entry("PUT /o/market/BTC_USDT", "{\"reference_price\":\"780.5\"}"),
            Map.entry(
                "POST /o/house/BTC_USDT",
                "{\"house\":\"1000000\",\"insurance\":\"100000\",\"id\":\"demo\"}"),
            Map.entry("POST /o/accounts", "{\"account\":10000001}"),
            Map.entry("POST /o/10000001/deposits", "{\"amount\":\"10000\",\"id\":\"demo\"}"),
            Map.entry("POST /o/10000001/keys", "{}"));
  }

  @Test
  void refusesToGoOnWhereAStepFails() {
    Venue venue = open(TestTemplate.ofOffice().replacing("!Ref Requests", "Gone"));

    assertThatThrownBy(() -> new Preparation(venue).prepare())
        .isInstanceOf(StartRefused.class)
        .hasMessage(
            "the venue cannot be prepared: ConfigureMarket answers 500"
                + " {\"message\":\"Internal Server Error\"}");
  }

  @Test
  void showsMarketsAndFundsInOneLine() {
    Venue venue = open(TestTemplate.ofOffice());

    assertThat(new Status(venue).line())
        .endsWith("Z | BTC_USDT 780.5 oi 12 | BTC_USDT_LONG nav 1.0100 x2.1000")
        .hasLineCount(1);
  }
}
