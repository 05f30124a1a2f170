package venue.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import venue.wire.json.Json;
import venue.wire.json.JsonArray;
import venue.wire.json.JsonText;
import venue.wire.json.MalformedJson;

class GateSignatureTest {

  @Test
  void theDocumentedOrderIsSignedAsDocumented() {
    String body =
        "{\"contract\":\"BTC_USD\",\"type\":\"limit\",\"size\":100,\"price\":6800,"
            + "\"time_in_force\":\"gtc\"}";
    assertThat(
            GateSignature.sign("POST", "/api/v4/futures/orders", "", body, "1541993715", "secret"))
        .isEqualTo(
            "eae42da914a590ddf727473aff25fc87d50b64783941061f47a3fdb92742541fc4c2c14017581b419"
                + "9a1418d54471c269c03a38d788d802e2c306c37636389f0");
  }

  @Test
  void theDocumentedQueryIsSignedAsDocumented() {
    assertThat(
            GateSignature.sign(
                "GET",
                "/api/v4/futures/orders",
                "contract=BTC_USD&status=finished&limit=50",
                "",
                "1541993715",
                "secret"))
        .isEqualTo(
            "55f84ea195d6fe57ce62464daaa7c3c02fa9d1dde954e4c898289c9a2407a3d6fb3faf24deff16790"
                + "d726b66ac9f74526668b13bd01029199cc4fcc522418b8a");
  }

  @Test
  void publishedVectorsAreMet() throws IOException, MalformedJson {
    Path file =
        Path.of(System.getProperty("venue.root"), "..", "shared", "vectors", "futures.json");
    assumeTrue(Files.exists(file), "no vectors beside the sources");
    JsonArray all = (JsonArray) Json.parse(Files.readString(file));
    Stream<Json> vectors =
        all.elements().stream().filter(vector -> text(vector, "/group").equals("sig.gate"));
    assertThat(vectors)
        .isNotEmpty()
        .allSatisfy(
            vector ->
                assertThat(
                        GateSignature.sign(
                            text(vector, "/inputs/method"),
                            text(vector, "/inputs/path"),
                            text(vector, "/inputs/query"),
                            text(vector, "/inputs/body"),
                            text(vector, "/inputs/timestamp"),
                            text(vector, "/inputs/secret")))
                    .isEqualTo(text(vector, "/expected")));
  }

  private static String text(Json vector, String pointer) {
    return ((JsonText) vector.at(pointer).orElseThrow()).text();
  }
}
