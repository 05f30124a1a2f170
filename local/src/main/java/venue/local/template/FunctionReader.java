package venue.local.template;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** Reads functions; what Globals says holds for each that does not say otherwise. */
final class FunctionReader {
  private final Section globals;

  FunctionReader(Section allGlobals) {
    globals = allGlobals.section("Function");
    globals.only(Supported.FUNCTION, Supported.FUNCTION_IGNORED);
  }

  Function read(String id, Section properties) {
    properties.only(Supported.FUNCTION, Supported.FUNCTION_IGNORED);
    Section runtime = properties.keys().contains("Runtime") ? properties : globals;
    runtime.oneOf("Runtime", "", Supported.RUNTIMES);
    EventReader events = new EventReader(id, properties.section("Events"));
    return new Function(
        id,
        handlerClass(properties),
        Duration.ofSeconds(properties.number("Timeout", globals.number("Timeout", 3))),
        variables(properties),
        events.routes(),
        events.schedules(),
        events.queueSources());
  }

  private static String handlerClass(Section properties) {
    String handler = properties.requiredText("Handler");
    return handler.endsWith("::handleRequest")
        ? handler.substring(0, handler.length() - "::handleRequest".length())
        : handler;
  }

  private Map<String, Value> variables(Section properties) {
    Map<String, Value> variables = new HashMap<>();
    for (Section owner : new Section[] {globals, properties}) {
      Section given =
          owner.section("Environment").only(Set.of("Variables"), Set.of()).section("Variables");
      for (String name : given.keys()) {
        given.value(name).ifPresent(value -> variables.put(name, value));
      }
    }
    return variables;
  }
}
