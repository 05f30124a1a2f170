package venue.local.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import venue.local.StartRefused;
import venue.local.TestTemplate;

class TemplateReaderTest {
  @TempDir Path directory;

  private Template read(TestTemplate template) {
    return TemplateReader.read(template.writtenTo(directory), Map.of("PriceQuorum", "1"));
  }

  @Test
  void readsTheTemplateOfThisProject() {
    Path root = Path.of(System.getProperty("venue.root"));

    Template template = TemplateReader.read(root.resolve("template.yaml"), Map.of());

    assertThat(template.functions())
        .extracting(Function::logicalId)
        .contains("OrderPlacement", "MarkToMarket", "Administration");
    assertThat(template.route("Administration", "ConfigureMarket").iam()).isTrue();
    assertThat(template.function("MarkToMarket").queueSources()).hasSize(1);
  }

  @Test
  void mergesGlobalsIntoEachFunction() {
    Function relay = read(TestTemplate.asItIs()).function("Relay");

    assertThat(relay.timeout()).isEqualTo(Duration.ofSeconds(30));
    assertThat(relay.variables())
        .containsEntry("CALLS_TABLE", new Value.Ref("Calls"))
        .containsEntry("COMMON", new Value.Text("own"));
  }

  @Test
  void readsWhatInvokesAFunction() {
    Template template = read(TestTemplate.asItIs());

    assertThat(template.function("Relay").schedules())
        .containsExactly(
            new Schedule("Relay", "EveryMinute", Duration.ofMinutes(1), Optional.empty()));
    assertThat(template.function("Relay").queueSources())
        .containsExactly(new QueueSource("Relay", "Delayed", "Messages", 5, true));
    assertThat(template.route("Echo", "Place"))
        .isEqualTo(new Route("Echo", "Place", "POST", "/v1/{settle}/orders", false));
  }

  @Test
  void readsTablesAndQueues() {
    Template template = read(TestTemplate.asItIs());

    assertThat(template.tables())
        .containsExactly(
            new Table(
                "Calls",
                "Calls",
                Map.of("pk", "S", "time", "N", "call", "S"),
                new Table.Key("pk", Optional.of("time")),
                List.of(
                    new Table.Index(
                        "ByCall",
                        new Table.Key("call", Optional.of("time")),
                        "KEYS_ONLY",
                        List.of()))));
    assertThat(template.queue("Messages").visibilityTimeout()).isEqualTo(Duration.ofMinutes(1));
    assertThat(template.queue("Messages").redrive()).contains(new Queue.Redrive("DeadLetters", 2));
  }

  @Test
  void givesAParameterItsDefaultOrWhatItIsToldInstead() {
    assertThat(read(TestTemplate.asItIs()).parameters())
        .containsEntry("PriceSources", "[]")
        .containsEntry("PriceQuorum", "1");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          MemorySize: 512        | VpcConfig: {}           | Echo.Properties.VpcConfig
          Type: ScheduleV2       | Type: Schedule          | Relay.Properties.Events.EveryMinute.Type Schedule
          rate(1 minute)         | rate(30 seconds)        | Relay.Properties.Events.EveryMinute.Properties.ScheduleExpression rate(30 seconds)
          rate(1 minute)         | cron(0 8 * * ? *)       | Relay.Properties.Events.EveryMinute.Properties.ScheduleExpression cron(0 8 * * ? *)
          Type: AWS::SQS::Queue  | Type: AWS::EC2::VPC     | Messages.Type AWS::EC2::VPC
          Runtime: java25        | Runtime: python3.12     | Globals.Function.Runtime python3.12
          VisibilityTimeout: 60  | FifoQueue: true         | Messages.Properties.FifoQueue
          Method: POST           | Method: ANY             | Echo.Properties.Events.Place.Properties.Method ANY
          Authorizer: AWS_IAM    | Authorizer: Mine        | Echo.Properties.Events.Administer.Properties.Auth.Authorizer Mine
          QUEUE_ARN: !GetAtt Messages | QUEUE_ARN: !GetAtt Echo | Echo.Environment.Variables.QUEUE_ARN: !GetAtt Echo.Arn
          Globals:               | Conditions: {}\\nGlobals: | Conditions
          StageName: $default    | CorsConfiguration: true | Api.Properties.CorsConfiguration
          """)
  void refusesAFeatureItDoesNotKnow(String supported, String unsupported, String place) {
    TestTemplate template =
        TestTemplate.asItIs().replacing(supported, unsupported.replace("\\n", "\n"));

    assertThatThrownBy(() -> read(template))
        .isInstanceOf(StartRefused.class)
        .hasMessage("template.yaml: %s is not supported by the local venue", place);
  }

  @Test
  void refusesATagItDoesNotKnowWithItsLine() {
    TestTemplate template =
        TestTemplate.asItIs().replacing("!Ref PriceSources", "!ImportValue PriceSources");

    assertThatThrownBy(() -> read(template))
        .hasMessageMatching(
            "template.yaml line \\d+: !ImportValue is not supported by the local venue");
  }

  @Test
  void refusesAQueueThatIsNotThere() {
    TestTemplate template =
        TestTemplate.asItIs().replacing("Queue: !GetAtt Messages", "Queue: !GetAtt Gone");

    assertThatThrownBy(() -> read(template))
        .hasMessage("template.yaml: there is no queue named Gone");
  }

  @Test
  void refusesARouteDeclaredTwice() {
    TestTemplate template = TestTemplate.asItIs().replacing("Method: POST", "Method: GET");

    assertThatThrownBy(() -> read(template))
        .hasMessage("template.yaml: route GET /v1/{settle}/orders is declared twice");
  }

  @Test
  void refusesWhatIsNotYamlWithItsLine() {
    TestTemplate template = TestTemplate.asItIs().replacing("  Relay:", "  Relay: [");

    assertThatThrownBy(() -> read(template))
        .isInstanceOf(StartRefused.class)
        .hasMessageStartingWith("template.yaml line ")
        .message()
        .hasLineCount(1);
  }

  @Test
  void refusesAFileThatIsNotThere() {
    Path absent = directory.resolve("absent.yaml");

    assertThatThrownBy(() -> TemplateReader.read(absent, Map.of()))
        .hasMessage(absent + ": the template cannot be read");
  }
}
