package venue.wire;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import venue.wire.json.JsonObject;

class HttpResponseTest {

  @Test
  void anAnswerIsWrittenAsTheGatewayTakesIt() throws IOException {
    ByteArrayOutputStream output = new ByteArrayOutputStream();
    HttpResponse.of(201, JsonObject.builder().put("text", "€\"").build())
        .withHeader("x-a", "old")
        .withHeader("x-a", "new")
        .writeTo(output);
    JsonNode answer = new ObjectMapper().readTree(output.toByteArray());
    assertThat(answer.get("statusCode").intValue()).isEqualTo(201);
    assertThat(answer.get("isBase64Encoded").booleanValue()).isFalse();
    assertThat(answer.get("body").textValue()).isEqualTo("{\"text\":\"€\\\"\"}");
    assertThat(answer.get("headers").toString())
        .isEqualTo("{\"content-type\":\"application/json\",\"x-a\":\"new\"}");
    assertThat(answer.size()).isEqualTo(4);
  }
}
