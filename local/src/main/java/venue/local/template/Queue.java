package venue.local.template;

import java.time.Duration;
import java.util.Optional;

/** A standard queue. */
public record Queue(
    String logicalId,
    String name,
    Duration delay,
    Duration visibilityTimeout,
    Optional<Redrive> redrive) {

  /**
   * Where messages go that were received too often.
   *
   * @param deadLetters the dead-letter queue's logical id
   */
  public record Redrive(String deadLetters, int maxReceiveCount) {}
}
