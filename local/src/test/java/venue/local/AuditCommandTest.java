package venue.local;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import venue.local.prices.DefaultRecording;

class AuditCommandTest {
  private static final Path ROOT = Path.of(System.getProperty("venue.root"));
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

  @TempDir Path data;

  private int audit() {
    bytes.reset();
    return new CommandLine(new AuditCommand(new PrintStream(bytes, true, UTF_8), ROOT))
        .execute("--data", data.toString());
  }

  private Venue kept() {
    return new Venue(
        VenueOptions.of(ROOT.resolve("template.yaml"), List.of(DefaultRecording.read()))
            .atSpeed(Speed.max())
            .keptIn(Optional.of(data)));
  }

  private static void takeAwayCash(DynamoDbClient store) {
    Map<String, AttributeValue> key =
        Map.of(
            "pk", AttributeValue.fromS("account#10000001"),
            "sk", AttributeValue.fromS("state#account"));
    Map<String, AttributeValue> account =
        new HashMap<>(store.getItem(get -> get.tableName("Accounts").key(key)).item());
    account.put("cash", AttributeValue.fromN("9999"));
    store.putItem(put -> put.tableName("Accounts").item(account));
  }

  @Test
  void auditsAKeptDatabaseAndNamesWhatWasAltered() {
    try (Venue venue = kept()) {
      new Preparation(venue).prepare();
      venue.beginStanding().to(venue.start().plusSeconds(300));
    }
    assertThat(audit()).isZero();
    assertThat(bytes.toString(UTF_8)).contains("\"state\" : \"holds\"");

    try (Venue venue = kept()) {
      takeAwayCash(venue.dynamoDb());
    }
    assertThat(audit()).isEqualTo(1);
    assertThat(bytes.toString(UTF_8))
        .contains(
            "account/10000001, sequence 1: CASH is stored as 9999, its entries lead to 10000");
  }

  @Test
  void refusesADirectoryWithoutADatabase() {
    AuditCommand command = new AuditCommand(new PrintStream(bytes, true, UTF_8), ROOT);
    CommandLine.populateCommand(command, "--data", data.toString());
    assertThatThrownBy(command::call)
        .isInstanceOf(StartRefused.class)
        .hasMessage("--data: there is no database in " + data);
  }
}
