package venue.wire;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.regex.Pattern;

/**
 * The headers that say who sends a request. They are only claims until {@link #verify} admits them.
 *
 * @param key header KEY
 * @param timestamp header Timestamp as received: Unix time in seconds, with decimals or without
 * @param sign header SIGN
 */
public record SignedHeaders(ApiKey key, String timestamp, String sign) {
  private static final BigDecimal WINDOW_SECONDS = BigDecimal.valueOf(60);
  private static final Pattern SECONDS = Pattern.compile("[0-9]{1,16}(?:\\.[0-9]{1,18})?");

  /** The headers of a request; MISSING_REQUIRED_HEADER if one of the three is absent or empty. */
  public static Admission<SignedHeaders> read(HttpRequest request) {
    return header(request, "KEY", "the API key")
        .then(
            key ->
                header(request, "Timestamp", "the Unix time in seconds")
                    .then(
                        timestamp ->
                            header(request, "SIGN", "the signature of the request")
                                .then(
                                    sign ->
                                        Admission.admitted(
                                            new SignedHeaders(new ApiKey(key), timestamp, sign)))));
  }

  /**
   * Whether the holder of the secret signed this request within the last or next 60 seconds.
   *
   * @param secret the secret of {@link #key}
   * @return the key; or REQUEST_EXPIRED, or INVALID_SIGNATURE
   */
  public Admission<ApiKey> verify(HttpRequest request, String secret, Instant wallTime) {
    if (!SECONDS.matcher(timestamp).matches()) {
      return Admission.denied(
          ApiError.requestExpired(
              "header Timestamp should be the Unix time in seconds, such as "
                  + wallTime.getEpochSecond()));
    }
    if (age(wallTime).abs().compareTo(WINDOW_SECONDS) > 0) {
      return Admission.denied(
          ApiError.requestExpired(
              "header Timestamp is "
                  + timestamp
                  + ", more than 60 seconds from the venue's time "
                  + wallTime.getEpochSecond()));
    }
    return GateSignature.matches(request, timestamp, secret, sign)
        ? Admission.admitted(key)
        : Admission.denied(ApiError.invalidSignature());
  }

  private BigDecimal age(Instant wallTime) {
    return BigDecimal.valueOf(wallTime.getEpochSecond())
        .add(BigDecimal.valueOf(wallTime.getNano(), 9))
        .subtract(new BigDecimal(timestamp));
  }

  private static Admission<String> header(HttpRequest request, String name, String right) {
    return request
        .header(name)
        .filter(value -> !value.isEmpty())
        .map(Admission::admitted)
        .orElseGet(() -> Admission.denied(ApiError.missingHeader(name, right)));
  }
}
