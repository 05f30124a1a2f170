package venue.audit;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import venue.wire.json.Json;
import venue.wire.json.JsonBool;
import venue.wire.json.JsonText;
import venue.wire.json.MalformedJson;

/**
 * Who calls.
 *
 * @param bySchedule whether it is the schedule, which begins an audit once a day and fails where
 *     something does not hold
 * @param anew whether to begin anew, also where one rests
 */
record Call(boolean bySchedule, boolean anew) {

  static Call read(InputStream event) throws IOException {
    try {
      Json json = Json.parse(new String(event.readAllBytes(), UTF_8));
      return new Call(
          json.at("/source").filter(new JsonText("aws.scheduler")::equals).isPresent(),
          json.at("/anew").filter(new JsonBool(true)::equals).isPresent());
    } catch (MalformedJson e) {
      throw new IllegalArgumentException("the event is not JSON: send {} to audit now", e);
    }
  }
}
