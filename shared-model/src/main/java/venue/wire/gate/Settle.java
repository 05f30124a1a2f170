package venue.wire.gate;

import venue.domain.Outcome;
import venue.domain.Reason;
import venue.wire.HttpRequest;

/**
 * The settlement currency in a path; the venue settles in USDT alone. Some clients write it in
 * capitals.
 */
public final class Settle {
  private static final String USDT = "usdt";

  private Settle() {}

  /** Whether a request is about contracts settled in USDT. */
  public static boolean isUsdt(HttpRequest request) {
    return request.pathParameter("settle").filter(USDT::equalsIgnoreCase).isPresent();
  }

  /** The request, refused if it is about another settlement currency. */
  public static Outcome<HttpRequest> usdt(HttpRequest request) {
    return isUsdt(request)
        ? Outcome.done(request)
        : Outcome.refused(
            Reason.INVALID_PARAM_VALUE,
            "settle should be usdt, not " + request.pathParameter("settle").orElse("absent"));
  }
}
