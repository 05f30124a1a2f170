package venue.wire.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonPointerTest {
  // The document of RFC 6901, section 5.
  private static final String DOCUMENT =
      """
      {"foo":["bar","baz"],"":0,"a/b":1,"c%d":2,"e^f":3,"g|h":4,"i\\\\j":5,"k\\"l":6," ":7,"m~n":8,
       "~1":9}
      """;

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      ignoreLeadingAndTrailingWhitespace = false,
      value = {
        "/foo/0,`\"bar\"`",
        "/foo,`[\"bar\",\"baz\"]`",
        "/,0",
        "/a~1b,1",
        "/c%d,2",
        "/e^f,3",
        "/g|h,4",
        "/i\\j,5",
        "/k\"l,6",
        "/ ,7",
        "/m~0n,8",
        "/~01,9"
      })
  void aPointerLeadsToItsValue(String pointer, String value) throws MalformedJson {
    assertThat(Json.parse(DOCUMENT).at(pointer).map(Json::write)).contains(value);
  }

  @Test
  void theEmptyPointerLeadsToTheWhole() throws MalformedJson {
    Json document = Json.parse(DOCUMENT);
    assertThat(document.at("")).contains(document);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/none",
        "/foo/2",
        "/foo/-",
        "/foo/-1",
        "/foo/01",
        "/foo/99999999999",
        "/foo/0/x",
        "//",
        "/foo/"
      })
  void aPointerToNothingFindsNothing(String pointer) throws MalformedJson {
    assertThat(Json.parse(DOCUMENT).at(pointer)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"foo", "/a~2", "/a~", "#/foo"})
  void whatIsNotAPointerIsAMistakeOfTheCaller(String pointer) {
    assertThatThrownBy(() -> new JsonNull().at(pointer))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void aPriceIsFoundInTheAnswerOfASource() throws MalformedJson {
    Json answer = Json.parse("{\"data\":[{\"last\":\"64000.1\",\"ts\":\"1700000000000\"}]}");
    assertThat(answer.at("/data/0/last").flatMap(Json::decimal).orElseThrow())
        .isEqualByComparingTo("64000.1");
  }
}
