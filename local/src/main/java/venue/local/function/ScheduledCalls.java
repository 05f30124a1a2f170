package venue.local.function;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;
import venue.local.template.Schedule;

/** Calls functions as their schedules say. */
public final class ScheduledCalls {
  private final Functions functions;

  public ScheduledCalls(Functions functions) {
    this.functions = functions;
  }

  /** Calls the function once; a failure is reported and the schedule goes on. */
  public void call(Schedule schedule, Instant due) {
    try {
      byte[] event =
          schedule.input().orElseGet(() -> event(schedule, due)).getBytes(StandardCharsets.UTF_8);
      functions.get(schedule.function()).invoke(event, UUID.randomUUID().toString());
    } catch (IOException | RuntimeException e) {
      System.err.println(
          schedule.function() + " failed on its schedule " + schedule.event() + ": " + e);
    }
  }

  private static String event(Schedule schedule, Instant due) {
    ObjectNode event = JsonNodeFactory.instance.objectNode();
    event
        .put("version", "0")
        .put("id", UUID.randomUUID().toString())
        .put("detail-type", "Scheduled Event")
        .put("source", "aws.scheduler")
        .put("account", "000000000000")
        .put("time", due.toString())
        .put("region", "elasticmq");
    event
        .putArray("resources")
        .add(
            "arn:aws:scheduler:elasticmq:000000000000:schedule/default/"
                + schedule.function()
                + schedule.event());
    event.putObject("detail");
    return event.toString();
  }
}
