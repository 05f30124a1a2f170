package venue.wire;

import java.time.Instant;
import java.util.Optional;
import java.util.regex.Pattern;

/** Header X-Gate-Exptime: a request that is received later than it says is not done. */
public final class RequestExpiry {
  private static final String HEADER = "X-Gate-Exptime";
  private static final Pattern MILLIS = Pattern.compile("[0-9]{1,15}");

  private RequestExpiry() {}

  /** Whether a request came in time; REQUEST_EXPIRED or INVALID_PARAM_VALUE if it did not. */
  public static Admission<HttpRequest> check(HttpRequest request, Instant wallTime) {
    Optional<String> end = request.header(HEADER).filter(value -> !value.isEmpty());
    if (end.isPresent() && !MILLIS.matcher(end.get()).matches()) {
      return Admission.denied(
          new ApiError(
              400,
              "INVALID_PARAM_VALUE",
              "header "
                  + HEADER
                  + " should be the Unix time in milliseconds, such as "
                  + wallTime.toEpochMilli()));
    }
    return end.isPresent() && Long.parseLong(end.get()) < wallTime.toEpochMilli()
        ? Admission.denied(
            ApiError.requestExpired(
                "header "
                    + HEADER
                    + " is "
                    + end.get()
                    + ", and the venue's time is "
                    + wallTime.toEpochMilli()))
        : Admission.admitted(request);
  }
}
