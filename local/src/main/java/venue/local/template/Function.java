package venue.local.template;

import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * A Lambda function.
 *
 * @param variables its environment, with what Globals gives all functions
 */
public record Function(
    String logicalId,
    String handlerClass,
    Duration timeout,
    Map<String, Value> variables,
    List<Route> routes,
    List<Schedule> schedules,
    List<QueueSource> queueSources) {

  public Function {
    variables = Map.copyOf(variables);
    routes = List.copyOf(routes);
    schedules = List.copyOf(schedules);
    queueSources = List.copyOf(queueSources);
  }
}
