package venue.function;

import java.time.Instant;
import java.util.Optional;
import venue.store.Caller;
import venue.wire.Admission;
import venue.wire.ApiError;
import venue.wire.HttpRequest;
import venue.wire.RequestExpiry;
import venue.wire.SignedHeaders;

/**
 * A request with the headers of a signature. Its key names the account, so that the key can be read
 * together with what the request needs; nothing is told or done before {@link #admit}.
 */
public record SignedCall(HttpRequest request, SignedHeaders headers, Caller caller) {

  /** The call, or why its headers cannot be those of one of the venue's keys. */
  public static Admission<SignedCall> read(HttpRequest request) {
    return SignedHeaders.read(request)
        .then(
            headers ->
                headers.key().account().isPresent()
                    ? Admission.admitted(
                        new SignedCall(
                            request,
                            headers,
                            new Caller(headers.key().account().getAsLong(), headers.key().text())))
                    : Admission.denied(ApiError.invalidKey()));
  }

  /**
   * Whether the key's holder signed the request.
   *
   * @param secret of the key, none if there is no such key
   */
  public Admission<SignedCall> admit(Optional<String> secret, Instant wallTime) {
    return secret
        .map(
            value -> headers.verify(request, value, wallTime).then(key -> Admission.admitted(this)))
        .orElseGet(() -> Admission.denied(ApiError.invalidKey()));
  }

  /**
   * Whether the key's holder signed the request and it came before its {@code X-Gate-Exptime}.
   *
   * @param secret of the key, none if there is no such key
   */
  public Admission<SignedCall> admitInTime(Optional<String> secret, Instant wallTime) {
    return admit(secret, wallTime)
        .then(
            call ->
                RequestExpiry.check(request, wallTime).then(inTime -> Admission.admitted(call)));
  }
}
