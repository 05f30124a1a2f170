package venue.local.template;

import java.util.List;
import java.util.Map;
import venue.local.StartRefused;

/**
 * The cloud stack as the local venue runs it.
 *
 * @param source the template's file name, for messages
 * @param parameters the parameters' values, by name
 */
public record Template(
    String source,
    Map<String, String> parameters,
    List<Function> functions,
    List<Table> tables,
    List<Queue> queues) {

  public Template {
    parameters = Map.copyOf(parameters);
    functions = List.copyOf(functions);
    tables = List.copyOf(tables);
    queues = List.copyOf(queues);
  }

  /** The function with this logical id. */
  public Function function(String logicalId) {
    return functions.stream()
        .filter(function -> function.logicalId().equals(logicalId))
        .findFirst()
        .orElseThrow(() -> new StartRefused(source + ": there is no function named " + logicalId));
  }

  /** The queue with this logical id. */
  public Queue queue(String logicalId) {
    return queues.stream()
        .filter(queue -> queue.logicalId().equals(logicalId))
        .findFirst()
        .orElseThrow(() -> new StartRefused(source + ": there is no queue named " + logicalId));
  }

  /** The route that an event of a function declares. */
  public Route route(String function, String event) {
    return function(function).routes().stream()
        .filter(route -> route.event().equals(event))
        .findFirst()
        .orElseThrow(
            () -> new StartRefused(source + ": " + function + " has no route named " + event));
  }
}
