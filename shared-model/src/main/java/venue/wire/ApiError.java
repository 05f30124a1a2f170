package venue.wire;

import venue.domain.Reason;
import venue.domain.Refusal;
import venue.wire.json.JsonObject;

/**
 * An answer that says why a request was not done.
 *
 * @param status the HTTP status
 * @param label the label of Gate API v4 that a client can act on
 * @param message for a person: names the header or field and what would be right
 */
public record ApiError(int status, String label, String message) {

  /** A header that signing needs is not there. */
  public static ApiError missingHeader(String name, String right) {
    return new ApiError(
        400, "MISSING_REQUIRED_HEADER", "header " + name + " is missing; it should be " + right);
  }

  /** The key is not one of the venue's. */
  public static ApiError invalidKey() {
    return new ApiError(
        401, "INVALID_KEY", "header KEY is not a key of this venue, or the key was revoked");
  }

  /** The signature is not the one that the key's secret gives. */
  public static ApiError invalidSignature() {
    return new ApiError(
        401,
        "INVALID_SIGNATURE",
        "header SIGN should be the lower-case hex HMAC-SHA512, under the key's secret, of"
            + " METHOD\\nPATH\\nQUERY\\nhex(SHA512(BODY))\\nTIMESTAMP");
  }

  /** The timestamp is not of now. */
  public static ApiError requestExpired(String message) {
    return new ApiError(403, "REQUEST_EXPIRED", message);
  }

  /** The path is there, but not for this method. */
  public static ApiError methodNotAllowed(String method, String path) {
    return new ApiError(405, "METHOD_NOT_ALLOWED", path + " does not take " + method);
  }

  /** There is nothing at this path. */
  public static ApiError notFound(String path) {
    return new ApiError(404, "NOT_FOUND", "there is nothing at " + path);
  }

  /** The venue failed. */
  public static ApiError internal() {
    return new ApiError(
        500,
        "INTERNAL",
        "the venue failed to answer; query the account to see whether the request was done");
  }

  /** The answer to a request the domain refused. */
  public static ApiError of(Refusal refusal) {
    return new ApiError(status(refusal.reason()), refusal.reason().name(), refusal.message());
  }

  /** The answer as it is sent: {@code {"label":…,"message":…}}. */
  public HttpResponse toResponse() {
    return HttpResponse.of(
        status, JsonObject.builder().put("label", label).put("message", message).build());
  }

  private static int status(Reason reason) {
    return switch (reason) {
      case USER_NOT_FOUND, CONTRACT_NOT_FOUND, ORDER_NOT_FOUND, NOT_FOUND -> 404;
      case TOO_BUSY -> 503;
      case MISSING_REQUIRED_PARAM,
          INVALID_PARAM_VALUE,
          INVALID_REQUEST_BODY,
          INSUFFICIENT_AVAILABLE,
          LIQUIDATE_IMMEDIATELY,
          POSITION_IN_LIQUIDATION,
          POSITION_EMPTY,
          POSITION_HOLDING,
          POSITION_CROSS_MARGIN,
          REMOVE_TOO_MUCH,
          ORDER_FINISHED,
          ORDER_FOK,
          ORDER_POC_IMMEDIATE,
          TOO_MANY_ORDERS,
          AUTO_TRIGGER_PRICE_LESS_LAST,
          AUTO_TRIGGER_PRICE_GREATE_LAST,
          ORDER_PENDING,
          POSITION_DUAL_MODE,
          NO_CHANGE,
          INCREASE_POSITION,
          LEVERAGE_TOO_HIGH,
          LEVERAGE_TOO_LOW,
          SIZE_TOO_LARGE,
          SIZE_TOO_SMALL,
          RISK_LIMIT_EXCEEDED,
          RISK_LIMIT_TOO_HIGH,
          RISK_LIMIT_TOO_lOW,
          RISK_LIMIT_NOT_MULTIPLE,
          PRICE_TOO_DEVIATED ->
          400;
    };
  }
}
