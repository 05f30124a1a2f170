package venue.wire.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"b\":1,\"a\":[true,false,null,\"x\",{}],\"c\":-0.50}",
        "[]",
        "\"€ \\\" \\\\ \\n 𝄞\"",
        "12345678901234567890.123",
        "null"
      })
  void whatIsReadIsWrittenAsItWas(String text) throws MalformedJson {
    assertThat(Json.parse(text).write()).isEqualTo(text);
  }

  @Test
  void escapesAndSpacesAreReadButNotKept() throws MalformedJson {
    assertThat(Json.parse(" { \"\\u20ac\" : 1e2 } ").write()).isEqualTo("{\"€\":100}");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "{",
        "[1,",
        "{\"a\"}",
        "{\"a\":}",
        "{a:1}",
        "{'a':1}",
        "[1,]",
        "01",
        "+1",
        ".5",
        "1.",
        "NaN",
        "Infinity",
        "[NaN]",
        "tru",
        "{} {}",
        "1 2",
        "\"\n\"",
        "\"a",
        "// x\n1",
        "]",
        "\uFEFF{}",
        "{\"a\":1]",
        "\u0000"
      })
  void whatIsNotJsonIsRefused(String text) {
    assertThatThrownBy(() -> Json.parse(text)).isInstanceOf(MalformedJson.class);
  }

  @Test
  void theProblemIsLocated() {
    MalformedJson problem =
        catchThrowableOfType(MalformedJson.class, () -> Json.parse("{\"a\":1,\n  \"b\":x}"));
    assertThat(problem.line()).isEqualTo(2);
    assertThat(problem.column()).isBetween(7, 8);
    assertThat(problem).hasMessageStartingWith("line 2, column ");
  }

  @Test
  void aNameGivenTwiceIsRefused() {
    assertThatThrownBy(() -> Json.parse("{\"size\":1,\"\\u0073ize\":2}"))
        .isInstanceOf(MalformedJson.class)
        .hasMessageContaining("this name already");
  }

  @Test
  void thirtyTwoLevelsAreReadAndNotOneMore() throws MalformedJson {
    assertThat(Json.parse("[".repeat(32) + "]".repeat(32))).isInstanceOf(JsonArray.class);
    assertThatThrownBy(() -> Json.parse("[".repeat(33) + "]".repeat(33)))
        .isInstanceOf(MalformedJson.class);
    assertThatThrownBy(() -> Json.parse("{\"a\":".repeat(1_000_000)))
        .isInstanceOf(MalformedJson.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"1e999999999", "1e-999999999", "1e99999999999999", "-1E+65", "1e-65", "0e100"})
  void anExponentBeyondSixtyFourIsRefused(String number) {
    assertThatThrownBy(() -> Json.parse(number)).isInstanceOf(MalformedJson.class);
  }

  @Test
  void numbersAreExactUpToOneHundredCharacters() throws MalformedJson {
    String longest = "9".repeat(100);
    assertThat(Json.parse(longest).write()).isEqualTo(longest);
    assertThatThrownBy(() -> Json.parse("9".repeat(101))).isInstanceOf(MalformedJson.class);
    assertThatThrownBy(() -> Json.parse("9".repeat(1_000_000))).isInstanceOf(MalformedJson.class);
    assertThat(Json.parse("1e64").write()).hasSize(65);
  }

  @Test
  void randomBytesNeverCauseAnythingButARefusal() {
    Random random = new Random(7);
    for (int i = 0; i < 20_000; i++) {
      byte[] bytes = new byte[random.nextInt(40)];
      random.nextBytes(bytes);
      String text = new String(bytes, StandardCharsets.ISO_8859_1);
      try {
        assertThat(Json.parse(text).write()).isNotEmpty();
      } catch (MalformedJson e) {
        assertThat(e.line()).isPositive();
        assertThat(e.column()).isPositive();
      }
    }
  }

  @Test
  void randomValuesAreReadBackAndUnderstoodByAnotherReader() throws Exception {
    Random random = new Random(11);
    ObjectMapper mapper = new ObjectMapper();
    for (int i = 0; i < 2_000; i++) {
      Json value = randomValue(random, 4);
      assertThat(Json.parse(value.write())).isEqualTo(value);
      JsonNode node = mapper.readTree(value.write());
      assertThat(node.size())
          .isEqualTo(
              switch (value) {
                case JsonObject object -> object.fields().size();
                case JsonArray array -> array.elements().size();
                default -> 0;
              });
    }
  }

  @Test
  void aValueCannotBeChangedThroughWhatItWasMadeOf() {
    List<Json> elements = new ArrayList<>(List.of(new JsonNull()));
    JsonArray array = new JsonArray(elements);
    elements.clear();
    assertThat(array.elements()).hasSize(1);
    JsonObject object = JsonObject.builder().put("a", 1).build();
    assertThatThrownBy(object.fields()::clear).isInstanceOf(UnsupportedOperationException.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"\"0.5\"", "0.5", "5e-1", "\"00.50\""})
  void aNumberOrATextOfANumberIsADecimal(String text) throws MalformedJson {
    assertThat(Json.parse(text).decimal())
        .hasValueSatisfying(number -> assertThat(number).isEqualByComparingTo("0.5"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"NaN\"",
        "\"1e5\"",
        "\"\"",
        "\" 1\"",
        "\"+1\"",
        "\".5\"",
        "\"5.\"",
        "\"٣\"",
        "true",
        "null",
        "[1]",
        "{}",
        "\"0x10\"",
        "1e41",
        "1e-19",
        "\"1,5\"",
        "\"1\\n\""
      })
  void anythingElseIsNoDecimal(String text) throws MalformedJson {
    assertThat(Json.parse(text).decimal()).isEmpty();
  }

  @Test
  void aDecimalHasAtMostFortyDigitsAndEighteenDecimals() {
    assertThat(new JsonText("9".repeat(40)).decimal()).isPresent();
    assertThat(new JsonText("9".repeat(41)).decimal()).isEmpty();
    assertThat(new JsonText("9".repeat(30) + "." + "9".repeat(10)).decimal()).isPresent();
    assertThat(new JsonText("9".repeat(30) + "." + "9".repeat(11)).decimal()).isEmpty();
    assertThat(new JsonText("0." + "9".repeat(18)).decimal()).isPresent();
    assertThat(new JsonText("0." + "9".repeat(19)).decimal()).isEmpty();
  }

  private static Json randomValue(Random random, int depth) {
    return switch (random.nextInt(depth == 0 ? 4 : 6)) {
      case 0 -> new JsonText(randomText(random));
      case 1 -> new JsonNumber(BigDecimal.valueOf(random.nextLong(), random.nextInt(20)));
      case 2 -> new JsonBool(random.nextBoolean());
      case 3 -> new JsonNull();
      case 4 -> {
        List<Json> elements = new ArrayList<>();
        for (int i = random.nextInt(4); i > 0; i--) {
          elements.add(randomValue(random, depth - 1));
        }
        yield JsonArray.of(elements);
      }
      default -> {
        JsonObject.Builder builder = JsonObject.builder();
        for (int i = random.nextInt(4); i > 0; i--) {
          builder.put(i + randomText(random), randomValue(random, depth - 1));
        }
        yield builder.build();
      }
    };
  }

  private static String randomText(Random random) {
    return random
        .ints(random.nextInt(6), 0, 0xD7FF)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }
}
