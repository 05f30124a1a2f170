package venue.local.template;

/**
 * A queue whose messages a function gets.
 *
 * @param queue the queue's logical id
 * @param partialFailures whether the function's answer lists the messages that failed
 */
public record QueueSource(
    String function, String event, String queue, int batchSize, boolean partialFailures) {}
