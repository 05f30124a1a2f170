package venue.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * What cfn-lint does not look at: rights, and that nothing asynchronous is lost without a trace.
 */
class TemplateRightsTest {
  private static final Pattern ACTION = Pattern.compile("\\b(?:dynamodb|sqs|lambda|s3):[A-Za-z*]+");
  private static final Set<String> ALLOWED =
      Set.of(
          "dynamodb:BatchGetItem",
          "dynamodb:Query",
          "dynamodb:PutItem",
          "dynamodb:DeleteItem",
          "dynamodb:ConditionCheckItem",
          "dynamodb:Scan",
          "sqs:SendMessage");
  private final String template = read();

  private static String read() {
    try {
      return Files.readString(Path.of(System.getProperty("venue.root"), "template.yaml"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private List<String> all(String pattern) {
    return Pattern.compile(pattern, Pattern.MULTILINE)
        .matcher(template)
        .results()
        .map(MatchResult::group)
        .toList();
  }

  @Test
  void theAuditAloneMayScan() {
    assertThat(all("dynamodb:Scan")).hasSize(1);
    assertThat(template.indexOf("dynamodb:Scan"))
        .isBetween(template.indexOf("  BookAudit:"), template.indexOf("  Administration:"));
  }

  @Test
  void noFunctionMayDoAnythingToEverything() {
    List<String> actions = ACTION.matcher(template).results().map(MatchResult::group).toList();
    assertThat(actions).isNotEmpty().allMatch(ALLOWED::contains);
    assertThat(all("(?:Resource|Action): *\"?\\*")).isEmpty();
    assertThat(all("^ *- \"\\*\"")).isEmpty();
  }

  @Test
  void everyScheduledFunctionKeepsWhatFailed() {
    int schedules = all("Type: ScheduleV2").size();
    assertThat(schedules).isPositive();
    assertThat(all("DeadLetterConfig:")).hasSize(schedules);
    assertThat(all("EventInvokeConfig:")).hasSize(schedules);
    assertThat(all("ScheduleExpression: rate\\([1-9][0-9]* minutes?\\)")).hasSize(schedules);
  }

  @Test
  void everyQueueWithAConsumerHasDeadLettersAndReportsSingleFailures() {
    int sources = all("Type: SQS\n          Properties").size();
    assertThat(sources).isPositive();
    assertThat(all("RedrivePolicy:")).hasSize(sources);
    assertThat(all("ReportBatchItemFailures")).hasSize(sources);
    assertThat(all("MaximumConcurrency:")).hasSize(sources);
  }

  @Test
  void everyTableIsKeptEncryptedAndRecoverable() {
    int tables = all("Type: AWS::DynamoDB::Table").size();
    assertThat(tables).isPositive();
    assertThat(all("DeletionPolicy: Retain")).hasSize(tables);
    assertThat(all("PointInTimeRecoveryEnabled: true")).hasSize(tables);
    assertThat(all("SSEEnabled: true")).hasSize(tables);
    assertThat(all("BillingMode: PAY_PER_REQUEST")).hasSize(tables);
  }

  @Test
  void whateverDoesNotAnswerAClientIsWatched() {
    int alarms = template.indexOf("  DeadLettersAlarm:");
    String watched = template.substring(alarms, template.indexOf("  OrderPlacementLog:"));
    List<String> unanswered =
        Pattern.compile("^  (\\w+):\n    Type: AWS::Serverless::Function", Pattern.MULTILINE)
            .matcher(template)
            .results()
            .map(found -> found.group(1))
            .filter(name -> !resource(name).contains("Type: HttpApi"))
            .toList();
    assertThat(unanswered).isNotEmpty();
    assertThat(unanswered).allMatch(name -> watched.contains("Value: !Ref " + name + "\n"));
    assertThat(watched.split("AlarmActions", -1))
        .hasSameSizeAs(watched.split("AWS::CloudWatch::Alarm", -1));
  }

  private String resource(String name) {
    String after = template.substring(template.indexOf("\n  " + name + ":\n") + 1);
    return after.split("\n  \\w+:\n", 2)[0];
  }
}
