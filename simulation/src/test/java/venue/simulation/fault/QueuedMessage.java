package venue.simulation.fault;

/**
 * A message that waits in a queue.
 *
 * @param due in milliseconds, by its own delay
 * @param tick at which it comes, should that be later
 */
public record QueuedMessage(String id, String queue, String body, long due, long tick) {

  boolean isDue(long now, long ticks) {
    return due <= now && tick <= ticks;
  }

  QueuedMessage lateUntil(long otherTick) {
    return new QueuedMessage(id, queue, body, due, otherTick);
  }
}
