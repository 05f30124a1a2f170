package venue.domain;

import java.util.function.Function;

/**
 * What comes of a request: a value, or a refusal.
 *
 * @param <T> what a request that is done yields
 */
public sealed interface Outcome<T> {

  /** The request is done. */
  record Done<T>(T value) implements Outcome<T> {}

  /** The request is refused; nothing changes. */
  record Refused<T>(Refusal refusal) implements Outcome<T> {}

  /** The outcome of a request that is done. */
  static <T> Outcome<T> done(T value) {
    return new Done<>(value);
  }

  /** The outcome of a request that is refused. */
  static <T> Outcome<T> refused(Reason reason, String message) {
    return new Refused<>(new Refusal(reason, message));
  }

  /** What {@code next} makes of the value; a refusal stays as it is. */
  default <R> Outcome<R> then(Function<T, Outcome<R>> next) {
    return switch (this) {
      case Done<T>(T value) -> next.apply(value);
      case Refused<T>(Refusal refusal) -> new Refused<>(refusal);
    };
  }

  /**
   * The same of a field within an object: the message of a refusal begins with {@code object.} now.
   */
  default Outcome<T> within(String object) {
    return switch (this) {
      case Done<T> done -> done;
      case Refused<T>(Refusal refusal) ->
          refused(refusal.reason(), object + "." + refusal.message());
    };
  }

  /** The one result that both kinds of outcome are turned into. */
  default <R> R fold(Function<T, R> done, Function<Refusal, R> refused) {
    return switch (this) {
      case Done<T>(T value) -> done.apply(value);
      case Refused<T>(Refusal refusal) -> refused.apply(refusal);
    };
  }
}
