package venue.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HttpRequestTest {

  @Test
  void anOrderIsReadWithItsRouteHeadersAndBody() throws IOException {
    HttpRequest request = Events.request("place-order.json");
    assertThat(request.method()).isEqualTo("POST");
    assertThat(request.route()).isEqualTo("/api/v4/futures/{settle}/orders");
    assertThat(request.rawPath()).isEqualTo("/api/v4/futures/usdt/orders");
    assertThat(request.rawQuery()).isEmpty();
    assertThat(request.query()).isEmpty();
    assertThat(request.pathParameter("settle")).contains("usdt");
    assertThat(request.header("Timestamp")).contains("1700000000");
    assertThat(request.header("TIMESTAMP")).isEqualTo(request.header("timestamp"));
    assertThat(request.header("none")).isEmpty();
    assertThat(request.body()).startsWith("{\"contract\":\"BTC_USDT\"");
  }

  @Test
  void aBase64BodyIsTheSameBody() throws IOException {
    assertThat(Events.request("place-order-base64.json").body())
        .isEqualTo(Events.request("place-order.json").body());
  }

  @Test
  void aBase64BodyIsUtf8() throws IOException {
    String body = Base64.getEncoder().encodeToString("€𝄞".getBytes(StandardCharsets.UTF_8));
    assertThat(read(event(",\"body\":\"" + body + "\",\"isBase64Encoded\":true")).body())
        .isEqualTo("€𝄞");
  }

  @Test
  void anAbsentBodyIsEmpty() throws IOException {
    HttpRequest request = Events.request("no-body.json");
    assertThat(request.body()).isEmpty();
    assertThat(request.queryParameter("leverage")).contains("5");
    assertThat(request.pathParameters())
        .isEqualTo(Map.of("settle", "usdt", "contract", "BTC_USDT"));
  }

  @Test
  void aQueryIsDecodedInTheOrderReceived() throws IOException {
    HttpRequest request = Events.request("query-with-encoding.json");
    assertThat(request.rawQuery()).isEqualTo("contract=BTC_USDT&text=t-a%2Bb&status=open");
    assertThat(request.query())
        .containsExactly(
            new QueryParameter("contract", "BTC_USDT"),
            new QueryParameter("text", "t-a+b"),
            new QueryParameter("status", "open"));
  }

  @Test
  void oddQueriesAreReadAsTheyStand() throws IOException {
    String query = "b=2&a=1&b=3&&x&y=&z=1=2&s=a+b%20c&bad=%zz%4&u=%E2%82%AC&%61=q&i=%FF";
    HttpRequest request = read(event(",\"rawQueryString\":\"" + query + "\""));
    assertThat(request.query())
        .containsExactly(
            new QueryParameter("b", "2"),
            new QueryParameter("a", "1"),
            new QueryParameter("b", "3"),
            new QueryParameter("x", ""),
            new QueryParameter("y", ""),
            new QueryParameter("z", "1=2"),
            new QueryParameter("s", "a b c"),
            new QueryParameter("bad", "%zz%4"),
            new QueryParameter("u", "€"),
            new QueryParameter("a", "q"),
            new QueryParameter("i", "\uFFFD"));
    assertThat(request.queryParameter("b")).contains("2");
    assertThat(request.queryParameter("none")).isEmpty();
  }

  @Test
  void headersPathParametersBodyAndQueryMayBeAbsent() throws IOException {
    HttpRequest request = read(event(""));
    assertThat(request.headers()).isEmpty();
    assertThat(request.pathParameters()).isEmpty();
    assertThat(request.rawQuery()).isEmpty();
    assertThat(request.body()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "x",
        "[]",
        "{}",
        "{\"routeKey\":\"GET /\",\"rawPath\":\"/\"}",
        "{\"routeKey\":\"GET /\",\"rawPath\":7,\"requestContext\":{\"http\":{\"method\":\"GET\"}}}"
      })
  void whatIsNotAnHttpEventIsRefused(String event) {
    assertThatThrownBy(() -> read(event)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void aBodyThatIsNotTheBase64ItClaimsToBeIsRefused() {
    assertThatThrownBy(() -> read(event(",\"body\":\"%\",\"isBase64Encoded\":true")))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static String event(String more) {
    return "{\"version\":\"2.0\",\"routeKey\":\"GET /x\",\"rawPath\":\"/x\","
        + "\"requestContext\":{\"http\":{\"method\":\"GET\"}}"
        + more
        + "}";
  }

  private static HttpRequest read(String event) throws IOException {
    return HttpRequest.read(new ByteArrayInputStream(event.getBytes(StandardCharsets.UTF_8)));
  }
}
