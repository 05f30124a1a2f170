package venue.function;

import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import venue.domain.Reason;
import venue.domain.Refusal;
import venue.wire.ApiError;
import venue.wire.HttpResponse;

/**
 * Repeats what can lose a race with another writer, each time from a fresh read, with a growing
 * random pause; after the last attempt the client is told to try again.
 */
public record Attempts(RandomGenerator random) {
  private static final int MOST = 10;
  private static final long PAUSE_NANOS = 2_000_000;

  /**
   * The first answer, or that the client is to try again.
   *
   * @param attempt empty if it lost the race and wrote nothing
   */
  public HttpResponse answer(Supplier<Optional<HttpResponse>> attempt) {
    return first(attempt)
        .orElseGet(
            () ->
                ApiError.of(
                        new Refusal(
                            Reason.TOO_BUSY,
                            "too many requests change the account at once; try again"))
                    .toResponse());
  }

  /**
   * The first result, none if every attempt lost its race.
   *
   * @param attempt empty if it lost the race and wrote nothing
   */
  public <T> Optional<T> first(Supplier<Optional<T>> attempt) {
    for (int i = 0; i < MOST; i++) {
      Optional<T> result = attempt.get();
      if (result.isPresent()) {
        return result;
      }
      LockSupport.parkNanos(random.nextLong(PAUSE_NANOS << Math.min(i, 4)));
    }
    return Optional.empty();
  }
}
