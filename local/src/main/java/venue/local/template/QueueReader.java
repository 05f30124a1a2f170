package venue.local.template;

import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/** Reads queues. */
final class QueueReader {
  private QueueReader() {}

  static Queue read(String id, Section properties) {
    properties.only(Supported.QUEUE, Supported.QUEUE_IGNORED);
    return new Queue(
        id,
        properties.text("QueueName").orElse(id),
        Duration.ofSeconds(properties.number("DelaySeconds", 0)),
        Duration.ofSeconds(properties.number("VisibilityTimeout", 30)),
        redrive(properties));
  }

  private static Optional<Queue.Redrive> redrive(Section properties) {
    if (!properties.keys().contains("RedrivePolicy")) {
      return Optional.empty();
    }
    Section policy =
        properties
            .section("RedrivePolicy")
            .only(Set.of("deadLetterTargetArn", "maxReceiveCount"), Set.of());
    return Optional.of(
        new Queue.Redrive(
            policy.idOfArn("deadLetterTargetArn"), policy.number("maxReceiveCount", 10)));
  }
}
