package venue.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import venue.domain.Outcome;
import venue.domain.Reason;
import venue.domain.Samples;

class FieldsTest {
  private record Order(String contract, long size, BigDecimal price, String tif, boolean close) {
    static Outcome<Order> read(Fields fields) {
      return fields.as(
          () ->
              new Order(
                  fields.text("contract"),
                  fields.wholeNumber("size"),
                  fields.decimal("price"),
                  fields.oneOf("tif", "gtc", "ioc"),
                  fields.flag("close", false)));
    }
  }

  @Test
  void anOrderIsReadFromItsBody() throws IOException {
    String body = Events.request("place-order.json").body();
    assertThat(Order.read(Fields.ofBody(body)))
        .isEqualTo(Outcome.done(new Order("BTC_USDT", 2, BigDecimal.ZERO, "ioc", false)));
  }

  @Test
  void theFirstProblemIsTheRefusal() {
    assertThat(Order.read(Fields.ofBody("{\"contract\":7,\"size\":\"x\"}")))
        .isEqualTo(
            Outcome.refused(
                Reason.INVALID_PARAM_VALUE,
                "contract should be a text of at most 256 characters, not 7"));
  }

  @Test
  void problemsReadBeforehandAreReportedAndNothingIsMade() {
    Fields fields = Fields.ofBody("{}");
    String contract = fields.text("contract");
    Outcome<String> outcome =
        fields.as(
            () -> {
              throw new AssertionError(contract);
            });
    assertThat(outcome)
        .isEqualTo(
            Outcome.refused(
                Reason.MISSING_REQUIRED_PARAM,
                "contract is missing; it should be a text of at most 256 characters"));
  }

  @Test
  void aNumberBeyondItsBoundsIsRefusedAndAnAbsentOneIsWhatWasSaid() {
    Fields fields = Fields.ofBody("{\"least\":1,\"most\":\"9\"}");
    assertThat(fields.wholeNumber("least", 1, 9, 5)).isEqualTo(1);
    assertThat(fields.wholeNumber("most", 1, 9, 5)).isEqualTo(9);
    assertThat(fields.wholeNumber("absent", 1, 9, 5)).isEqualTo(5);
    for (String beyond : List.of("0", "10", "4294967301", "1.5")) {
      Fields wrong = Fields.ofBody("{\"v\":" + beyond + "}");
      assertThat(wrong.as(() -> wrong.wholeNumber("v", 1, 9, 5)))
          .isEqualTo(
              Outcome.refused(
                  Reason.INVALID_PARAM_VALUE,
                  "v should be a whole number from 1 to 9, not " + beyond));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"{}", "{\"v\":null}", "{\"v\":\"\"}"})
  void nullAndTheEmptyTextCountAsAbsent(String body) {
    Fields fields = Fields.ofBody(body);
    assertThat(fields.optionalText("v")).isEmpty();
    assertThat(fields.optionalDecimal("v")).isEmpty();
    assertThat(fields.optionalPositiveDecimal("v")).isEmpty();
    assertThat(fields.optionalWholeNumber("v")).isEmpty();
    assertThat(fields.optionalOneOf("v", "a")).isEmpty();
    assertThat(fields.flag("v", true)).isTrue();
    assertThat(fields.as(() -> 1)).isEqualTo(Outcome.done(1));
    assertThat(reason(body, empty -> empty.text("v"))).isEqualTo("MISSING_REQUIRED_PARAM");
  }

  @ParameterizedTest
  @ValueSource(strings = {"5", "5.0", "\"5\"", "\"5.00\"", "50e-1"})
  void aWholeNumberMayBeANumberOrAText(String value) {
    Fields fields = Fields.ofBody("{\"v\":" + value + "}");
    assertThat(fields.as(() -> fields.wholeNumber("v"))).isEqualTo(Outcome.done(5L));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "5.5",
        "\"5.5\"",
        "\"five\"",
        "true",
        "[5]",
        "{}",
        "9223372036854775808",
        "-9223372036854775809",
        "1e30",
        "1e64",
        "\"1e3\"",
        "\"NaN\"",
        "\" 5\""
      })
  void anythingElseIsNotAWholeNumber(String value) {
    assertThat(reason("{\"v\":" + value + "}", fields -> fields.wholeNumber("v")))
        .isEqualTo("INVALID_PARAM_VALUE");
  }

  @Test
  void theLargestWholeNumbersAreExact() {
    Fields fields = Fields.ofBody("{\"a\":9223372036854775807,\"b\":\"-9223372036854775808\"}");
    assertThat(fields.wholeNumber("a")).isEqualTo(Long.MAX_VALUE);
    assertThat(fields.optionalWholeNumber("b")).hasValue(Long.MIN_VALUE);
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "\"0.00\"", "-1", "\"-0.5\"", "\"NaN\"", "1e-19", "1e50", "\"1e1\""})
  void whatIsNotAboveZeroOrNotPlainIsNotAPositiveDecimal(String value) {
    assertThat(reason("{\"v\":" + value + "}", fields -> fields.positiveDecimal("v")))
        .isEqualTo("INVALID_PARAM_VALUE");
  }

  @Test
  void boundsAWholeNumberAndSaysWhatWouldBeRight() {
    Fields fields = Fields.ofBody("{\"limit\":1001}");
    assertThat(fields.wholeNumber("offset", 0, 10, 7)).isEqualTo(7);
    fields.wholeNumber("limit", 1, 1000, 100);
    assertThat(Samples.refusal(fields.as(() -> 0)).message())
        .isEqualTo("limit should be a whole number from 1 to 1000, not 1001");
  }

  @Test
  void takesATimeInSecondsOrMilliseconds() {
    Fields fields = Fields.ofBody("{\"from\":1700000000,\"to\":\"1700000000123\",\"at\":-1}");
    assertThat(fields.optionalTime("from")).contains(Instant.ofEpochSecond(1_700_000_000));
    assertThat(fields.optionalTime("to")).contains(Instant.ofEpochMilli(1_700_000_000_123L));
    assertThat(Samples.refused(fields.as(() -> fields.optionalTime("at"))))
        .isEqualTo(Reason.INVALID_PARAM_VALUE);
  }

  @Test
  void aFlagAndAChoiceTakeNothingElse() {
    assertThat(reason("{\"v\":1}", fields -> fields.flag("v", true)))
        .isEqualTo("INVALID_PARAM_VALUE");
    assertThat(reason("{\"v\":\"yes\"}", fields -> fields.flag("v", true)))
        .isEqualTo("INVALID_PARAM_VALUE");
    assertThat(reason("{\"v\":\"fok\"}", fields -> fields.oneOf("v", "gtc", "ioc")))
        .isEqualTo("INVALID_PARAM_VALUE");
    assertThat(Fields.ofBody("{\"v\":\"true\"}").flag("v", false)).isTrue();
    assertThat(Fields.ofBody("{\"v\":\"ioc\"}").oneOf("v", "gtc", "ioc")).isEqualTo("ioc");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "[]",
        "7",
        "null",
        "\"{}\"",
        "{",
        "{\"a\":1,\"a\":2}",
        "contract=BTC_USDT",
        "{\"a\":NaN}",
        "{\"a\":1e999999999}",
        "{} trailing"
      })
  void aBodyThatIsNotAJsonObjectIsRefused(String body) {
    assertThat(reason(body, fields -> fields.flag("a", true))).isEqualTo("INVALID_REQUEST_BODY");
  }

  @Test
  void theRefusalOfABodySaysWhere() {
    Outcome<Integer> outcome = Fields.ofBody("{\n\"a\":x}").as(() -> 1);
    String message = outcome.fold(_ -> "done", refusal -> refusal.message());
    assertThat(message).startsWith("the body should be a JSON object; line 2, column ");
  }

  @Test
  void deepOrRandomBodiesAreRefusedAndNothingIsThrown() {
    assertThat(reason("{\"a\":".repeat(500_000), fields -> fields.text("a")))
        .isEqualTo("INVALID_REQUEST_BODY");
    Random random = new Random(5);
    for (int i = 0; i < 5_000; i++) {
      byte[] bytes = new byte[random.nextInt(60)];
      random.nextBytes(bytes);
      String body = new String(bytes, StandardCharsets.UTF_8);
      assertThat(reason(body, fields -> fields.text("contract"))).isEqualTo("INVALID_REQUEST_BODY");
    }
  }

  @Test
  void aLongValueIsNotQuotedInFull() {
    Fields fields = Fields.ofBody("{\"v\":\"" + "€".repeat(10_000) + "\"}");
    Outcome<String> outcome = fields.as(() -> fields.text("v"));
    String message = outcome.fold(done -> done, refusal -> refusal.message());
    assertThat(message).startsWith("v should be").hasSizeLessThan(120);
  }

  @Test
  void parametersOfThePathGoBeforeThoseOfTheQuery() throws IOException {
    Fields fields = Fields.ofParameters(Events.request("no-body.json"));
    assertThat(fields.text("contract")).isEqualTo("BTC_USDT");
    assertThat(fields.positiveDecimal("leverage")).isEqualByComparingTo("5");
    Fields encoded = Fields.ofParameters(Events.request("query-with-encoding.json"));
    assertThat(encoded.text("text")).isEqualTo("t-a+b");
  }

  private static <T> String reason(String body, Function<Fields, T> read) {
    Fields fields = Fields.ofBody(body);
    return fields.as(() -> read.apply(fields)).fold(_ -> "done", r -> r.reason().name());
  }
}
