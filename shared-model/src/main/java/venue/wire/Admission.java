package venue.wire;

import java.util.function.Function;

/**
 * What comes of checking who sends a request: a value to go on with, or an error to answer.
 *
 * @param <T> what a request that passes the check yields
 */
public sealed interface Admission<T> {

  /** The request passes. */
  record Admitted<T>(T value) implements Admission<T> {}

  /** The request is turned away; nothing changes. */
  record Denied<T>(ApiError error) implements Admission<T> {}

  /** The outcome of a check that is passed. */
  static <T> Admission<T> admitted(T value) {
    return new Admitted<>(value);
  }

  /** The outcome of a check that is not passed. */
  static <T> Admission<T> denied(ApiError error) {
    return new Denied<>(error);
  }

  /** What the next check makes of the value; an error stays as it is. */
  default <R> Admission<R> then(Function<T, Admission<R>> next) {
    return switch (this) {
      case Admitted<T>(T value) -> next.apply(value);
      case Denied<T>(ApiError error) -> new Denied<>(error);
    };
  }

  /** The answer: what {@code admitted} makes of the value, or the error. */
  default HttpResponse respond(Function<T, HttpResponse> admitted) {
    return switch (this) {
      case Admitted<T>(T value) -> admitted.apply(value);
      case Denied<T>(ApiError error) -> error.toResponse();
    };
  }
}
