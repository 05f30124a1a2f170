package venue.marktomarket;

import java.time.Instant;
import venue.function.Trigger;
import venue.wire.json.JsonObject;

/**
 * That a market's tick is due.
 *
 * @param due venue time
 */
record TickMessage(String market, Instant due) {

  static TickMessage read(Trigger.Message message) {
    return new TickMessage(message.text("market"), Instant.ofEpochMilli(message.number("due")));
  }

  String body() {
    return JsonObject.builder()
        .put("market", market)
        .put("due", due.toEpochMilli())
        .build()
        .write();
  }
}
