package venue.local.template;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Reads what invokes a function: routes, schedules and queues. */
final class EventReader {
  private final String function;
  private final List<Route> routes = new ArrayList<>();
  private final List<Schedule> schedules = new ArrayList<>();
  private final List<QueueSource> queueSources = new ArrayList<>();

  EventReader(String function, Section events) {
    this.function = function;
    for (String name : events.keys()) {
      Section event = events.section(name).only(Set.of("Type", "Properties"), Set.of());
      Section properties = event.section("Properties");
      String type = event.requiredText("Type");
      switch (type) {
        case "HttpApi" -> routes.add(route(name, properties));
        case "ScheduleV2" -> readSchedule(name, properties);
        case "SQS" -> readQueueSource(name, properties);
        default -> throw event.unsupported("Type " + type);
      }
    }
  }

  List<Route> routes() {
    return routes;
  }

  List<Schedule> schedules() {
    return schedules;
  }

  List<QueueSource> queueSources() {
    return queueSources;
  }

  private Route route(String name, Section properties) {
    properties.only(Supported.HTTP_EVENT, Supported.HTTP_EVENT_IGNORED);
    String method = properties.requiredText("Method").toUpperCase(Locale.ROOT);
    if (!Supported.METHODS.contains(method)) {
      throw properties.unsupported("Method " + method);
    }
    String path = properties.requiredText("Path");
    if (!path.startsWith("/")) {
      throw properties.unsupported("Path " + path);
    }
    Section auth = properties.section("Auth").only(Set.of("Authorizer"), Set.of());
    String authorizer = auth.oneOf("Authorizer", "NONE", Supported.AUTHORIZERS);
    return new Route(function, name, method, path, authorizer.equals("AWS_IAM"));
  }

  private void readSchedule(String name, Section properties) {
    properties.only(Supported.SCHEDULE_EVENT, Supported.SCHEDULE_EVENT_IGNORED);
    String state = properties.oneOf("State", "ENABLED", Set.of("ENABLED", "DISABLED"));
    Schedule schedule = new Schedule(function, name, Rate.of(properties), properties.text("Input"));
    if (state.equals("ENABLED")) {
      schedules.add(schedule);
    }
  }

  private void readQueueSource(String name, Section properties) {
    properties.only(Supported.QUEUE_EVENT, Supported.QUEUE_EVENT_IGNORED);
    for (String type : properties.texts("FunctionResponseTypes")) {
      if (!type.equals("ReportBatchItemFailures")) {
        throw properties.unsupported("FunctionResponseTypes " + type);
      }
    }
    QueueSource queueSource =
        new QueueSource(
            function,
            name,
            properties.idOfArn("Queue"),
            batchSize(properties),
            !properties.texts("FunctionResponseTypes").isEmpty());
    if (properties.oneOf("Enabled", "true", Set.of("true", "false")).equals("true")) {
      queueSources.add(queueSource);
    }
  }

  private static int batchSize(Section properties) {
    int size = properties.number("BatchSize", 10);
    if (size < 1 || size > 10) {
      throw properties.unsupported("BatchSize " + size);
    }
    return size;
  }
}
