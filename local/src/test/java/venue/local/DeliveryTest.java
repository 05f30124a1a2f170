package venue.local;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import venue.local.prices.RecordedPrice;
import venue.local.prices.Recording;

class DeliveryTest {
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  @TempDir Path directory;
  private final Opened opened = new Opened();

  @AfterEach
  void close() {
    opened.close();
  }

  private record Call(String what, Instant venueTime) {}

  private VenueOptions options() {
    Recording recording =
        new Recording("BTC_USDT", List.of(new RecordedPrice(Instant.EPOCH, BigDecimal.TEN)));
    return VenueOptions.of(TestTemplate.asItIs().writtenTo(directory), List.of(recording));
  }

  private Venue begun(VenueOptions options) {
    Venue venue = opened.add(new Venue(options));
    venue.begin();
    return venue;
  }

  private static List<Call> calls(Venue venue) {
    return venue
        .dynamoDb()
        .query(
            query ->
                query
                    .tableName("Calls")
                    .keyConditionExpression("pk = :calls")
                    .expressionAttributeValues(Map.of(":calls", AttributeValue.fromS("calls"))))
        .items()
        .stream()
        .map(DeliveryTest::call)
        .toList();
  }

  private static Call call(Map<String, AttributeValue> item) {
    String time = requireNonNull(item.get("time")).n();
    return new Call(
        requireNonNull(item.get("call")).s(), Instant.ofEpochMilli(Long.parseLong(time)));
  }

  private static List<Call> awaitCalls(Venue venue, int count) {
    Instant deadline = Instant.now().plus(PATIENCE);
    List<Call> calls = calls(venue);
    while (calls.size() < count && Instant.now().isBefore(deadline)) {
      Thread.onSpinWait();
      calls = calls(venue);
    }
    assertThat(calls).hasSizeGreaterThanOrEqualTo(count);
    return calls.subList(0, count);
  }

  @Test
  void callsSchedulesAtTheStartAndDeliversThroughTheRealQueueAtSpeedOne() {
    Venue venue = begun(options());

    assertThat(awaitCalls(venue, 3))
        .extracting(Call::what)
        .containsExactly("schedule of aws.scheduler", "early from aws:sqs", "late from aws:sqs");
  }

  @Test
  void deliversAtExactlyTheVenueTimesThatWereAskedForAtAnyOtherSpeed() {
    Venue venue = begun(options().atSpeed(600));
    Instant start = venue.start();

    assertThat(awaitCalls(venue, 6))
        .containsExactly(
            new Call("schedule of aws.scheduler", start),
            new Call("early from aws:sqs", start.plusSeconds(1)),
            new Call("late from aws:sqs", start.plusSeconds(2)),
            new Call("schedule of aws.scheduler", start.plusSeconds(60)),
            new Call("early from aws:sqs", start.plusSeconds(61)),
            new Call("late from aws:sqs", start.plusSeconds(62)));
  }

  @Test
  void keepsItsDatabaseWhereItIsToldTo() {
    VenueOptions kept = options().atSpeed(60).keptIn(Optional.of(directory.resolve("data")));
    Venue first = begun(kept);
    List<Call> before = awaitCalls(first, 1);
    first.close();

    Venue second = opened.add(new Venue(kept));

    assertThat(calls(second)).containsAll(before);
  }

  @Test
  void refusesKeptTablesThatAreNotAsTheTemplateSays() {
    VenueOptions kept = options().atSpeed(60).keptIn(Optional.of(directory.resolve("data")));
    new Venue(kept).close();
    TestTemplate.asItIs().replacing("KEYS_ONLY", "ALL").writtenTo(directory);

    assertThatThrownBy(() -> new Venue(kept))
        .isInstanceOf(StartRefused.class)
        .hasMessage(
            "template.yaml: Calls has other indexes than the kept data;"
                + " start with another --data directory");
  }

  @Test
  void refusesADataDirectoryThatAnotherVenueUses() {
    Path data = directory.resolve("data");
    VenueOptions kept = options().atSpeed(60).keptIn(Optional.of(data));
    opened.add(new Venue(kept));

    assertThatThrownBy(() -> new Venue(kept))
        .isInstanceOf(StartRefused.class)
        .hasMessage("--data " + data + " is in use by another venue");
  }

  @Test
  void refusesADataDirectoryThatIsAFile() {
    Path file = options().template();
    VenueOptions kept = options().atSpeed(60).keptIn(Optional.of(file));

    assertThatThrownBy(() -> new Venue(kept))
        .hasMessage("--data " + file + " is not a directory to write to");
  }
}
