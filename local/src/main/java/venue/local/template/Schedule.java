package venue.local.template;

import java.time.Duration;
import java.util.Optional;

/**
 * A schedule of a function.
 *
 * @param input the event it sends, where the template gives one
 */
public record Schedule(String function, String event, Duration every, Optional<String> input) {}
