package venue.wire.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class JsonObjectTest {

  @Test
  void anAnswerHasAmountsAsTextsAndTimesAsSeconds() {
    JsonObject answer =
        JsonObject.builder()
            .put("contract", "BTC_USDT")
            .put("size", -5L)
            .put("close", false)
            .put("price", new BigDecimal("40000.500"))
            .put("large", new BigDecimal("1E+3"))
            .put("zero", new BigDecimal("0.000"))
            .seconds("create_time", Instant.parse("2023-11-14T22:13:20.1239Z"))
            .put("close_order", new JsonNull())
            .put("list", JsonArray.of(JsonNumber.of(1), JsonNumber.of(2)))
            .build();
    assertThat(answer.write())
        .isEqualTo(
            "{\"contract\":\"BTC_USDT\",\"size\":-5,\"close\":false,\"price\":\"40000.5\","
                + "\"large\":\"1000\",\"zero\":\"0\",\"create_time\":1700000000.123,"
                + "\"close_order\":null,\"list\":[1,2]}");
  }

  @Test
  void aWholeSecondHasThreeDecimalsToo() {
    JsonObject answer = JsonObject.builder().seconds("t", Instant.EPOCH).build();
    assertThat(answer.write()).isEqualTo("{\"t\":0.000}");
  }

  @Test
  void aNameCanBePutOnce() {
    JsonObject.Builder builder = JsonObject.builder().put("a", 1);
    assertThatThrownBy(() -> builder.put("a", "x")).isInstanceOf(IllegalStateException.class);
  }

  @Test
  void aNumberTooLongToWriteIsNotMade() {
    assertThatThrownBy(() -> new JsonNumber(new BigDecimal("1e999999999")))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
