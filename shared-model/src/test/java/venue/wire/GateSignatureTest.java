package venue.wire;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

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
}
