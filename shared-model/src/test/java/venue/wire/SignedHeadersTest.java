package venue.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SignedHeadersTest {
  private static final Instant NOW = Instant.ofEpochSecond(1_700_000_000);
  private static final String PATH = "/api/v4/futures/usdt/orders";
  private static final String SECRET = "0123456789abcdef";

  @Test
  void aRequestOfTheHolderOfTheSecretIsAdmitted() {
    HttpRequest request = request("a=1&b=2", "{\"size\":1}", "1700000000");
    assertThat(check(request)).isEqualTo(Admission.admitted(new ApiKey("some-key")));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1699999940",
        "1700000060",
        "1699999940.0",
        "1700000000.1234567",
        "1700000059.999"
      })
  void aTimestampUpToSixtySecondsAwayIsTaken(String timestamp) {
    assertThat(check(request("", "", timestamp))).isInstanceOf(Admission.Admitted.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1699999939",
        "1699999939.999999",
        "1700000060.001",
        "1700000061",
        "1700000000000",
        "0",
        "NaN",
        "Infinity",
        "1e9",
        "-1700000000",
        "1700000000.",
        "0x6553f100",
        " 1700000000",
        "99999999999999999999999999",
        "1700000000,5",
        "١٧٠٠٠٠٠٠٠٠"
      })
  void anyOtherTimestampIsExpired(String timestamp) {
    assertThat(labelOf(check(request("", "", timestamp)))).isEqualTo("REQUEST_EXPIRED");
  }

  @Test
  void fractionsOfTheVenuesTimeCount() {
    HttpRequest request = request("", "", "1699999940");
    assertThat(check(request, NOW.plusNanos(1))).isInstanceOf(Admission.Denied.class);
  }

  @ParameterizedTest
  @CsvSource({
    "text=t-a%2Bb,text=t-a%2Bb",
    "text=t-a%2Bb,text=t-a+b",
    "text=t-a+b,text=t-a+b",
    "text=t-a+b,text=t-a b",
    "text=t-a%20b,text=t-a b",
    "text=%E2%82%AC,text=€",
    "text=%zz,text=%zz"
  })
  void theQueryMayBeSignedAsSentOrDecoded(String sent, String signed) {
    assertThat(check(signedOver(sent, signed))).isInstanceOf(Admission.Admitted.class);
  }

  @ParameterizedTest
  @CsvSource({"a=1&b=2,b=2&a=1", "a=1,a=2", "a=1,''", "text=t-a%2Bb,text=t-a b", "a=%2531,a=1"})
  void anotherQueryIsNotTheSignedOne(String sent, String signed) {
    assertThat(labelOf(check(signedOver(sent, signed)))).isEqualTo("INVALID_SIGNATURE");
  }

  @Test
  void nothingOfTheRequestCanBeChangedUnderItsSignature() {
    HttpRequest request = request("", "{\"size\":1}", "1700000000");
    Map<String, String> later = new HashMap<>(request.headers());
    later.put("timestamp", "1700000000.0");
    assertThat(
            new HttpRequest[] {
              with(request, "DELETE", PATH, request.headers(), request.body()),
              with(request, "POST", PATH + "/1", request.headers(), request.body()),
              with(request, "POST", PATH, request.headers(), "{\"size\":2}"),
              with(request, "POST", PATH, request.headers(), ""),
              with(request, "POST", PATH, later, request.body())
            })
        .allSatisfy(changed -> assertThat(labelOf(check(changed))).isEqualTo("INVALID_SIGNATURE"));
  }

  @Test
  void aSignatureOfAnotherSecretOrNoneAtAllIsRefused() {
    HttpRequest request = request("", "", "1700000000");
    String right = request.header("SIGN").orElseThrow();
    for (String sign : new String[] {"0", right.toUpperCase(Locale.ROOT), right + "0", "€"}) {
      Map<String, String> headers = new HashMap<>(request.headers());
      headers.put("sign", sign);
      HttpRequest forged = with(request, "POST", PATH, headers, "");
      assertThat(labelOf(check(forged))).isEqualTo("INVALID_SIGNATURE");
    }
    assertThat(
            labelOf(
                SignedHeaders.read(request)
                    .then(headers -> headers.verify(request, "another", NOW))))
        .isEqualTo("INVALID_SIGNATURE");
  }

  @ParameterizedTest
  @ValueSource(strings = {"KEY", "Timestamp", "SIGN"})
  void aMissingHeaderIsNamed(String name) {
    HttpRequest request = request("", "", "1700000000");
    Map<String, String> headers = new HashMap<>(request.headers());
    headers.put(name.toLowerCase(Locale.ROOT), "");
    Admission<ApiKey> outcome = check(with(request, "POST", PATH, headers, ""));
    headers.remove(name.toLowerCase(Locale.ROOT));
    assertThat(check(with(request, "POST", PATH, headers, ""))).isEqualTo(outcome);
    assertThat(labelOf(outcome)).isEqualTo("MISSING_REQUIRED_HEADER");
    assertThat(((Admission.Denied<ApiKey>) outcome).error().message()).contains("header " + name);
  }

  private static Admission<ApiKey> check(HttpRequest request) {
    return check(request, NOW);
  }

  private static Admission<ApiKey> check(HttpRequest request, Instant now) {
    return SignedHeaders.read(request).then(headers -> headers.verify(request, SECRET, now));
  }

  private static String labelOf(Admission<ApiKey> outcome) {
    return switch (outcome) {
      case Admission.Admitted<ApiKey> _ -> "admitted";
      case Admission.Denied<ApiKey>(ApiError error) -> error.label();
    };
  }

  private static HttpRequest signedOver(String sent, String signed) {
    String sign = GateSignature.sign("POST", PATH, signed, "", "1700000000", SECRET);
    return new HttpRequest("POST", PATH, PATH, sent, headers("1700000000", sign), Map.of(), "");
  }

  private static HttpRequest request(String query, String body, String timestamp) {
    String sign = GateSignature.sign("POST", PATH, query, body, timestamp, SECRET);
    return new HttpRequest("POST", PATH, PATH, query, headers(timestamp, sign), Map.of(), body);
  }

  private static Map<String, String> headers(String timestamp, String sign) {
    return Map.of("KEY", "some-key", "Timestamp", timestamp, "SIGN", sign);
  }

  private static HttpRequest with(
      HttpRequest request, String method, String path, Map<String, String> headers, String body) {
    return new HttpRequest(
        method, request.route(), path, request.rawQuery(), headers, Map.of(), body);
  }
}
