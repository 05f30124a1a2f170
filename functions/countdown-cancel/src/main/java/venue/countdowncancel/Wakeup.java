package venue.countdowncancel;

import java.time.Instant;
import venue.function.Trigger;
import venue.wire.json.JsonObject;

/**
 * That a countdown of an account is to be looked at.
 *
 * @param due its deadline when this was sent, wall time
 */
record Wakeup(long account, Instant due) {

  static Wakeup read(Trigger.Message message) {
    return new Wakeup(message.number("account"), Instant.ofEpochMilli(message.number("due")));
  }

  String body() {
    return JsonObject.builder()
        .put("account", account)
        .put("due", due.toEpochMilli())
        .build()
        .write();
  }
}
