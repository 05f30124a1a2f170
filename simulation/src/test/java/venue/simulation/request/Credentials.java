package venue.simulation.request;

import java.time.Instant;
import venue.wire.ApiKey;
import venue.wire.GateSignature;
import venue.wire.json.JsonObject;

/** A key and its secret. */
public record Credentials(ApiKey key, String secret) {

  JsonObject.Builder sign(
      JsonObject.Builder headers,
      String method,
      String path,
      String query,
      String body,
      Instant now) {
    String timestamp = Long.toString(now.getEpochSecond());
    return headers
        .put("key", key.text())
        .put("timestamp", timestamp)
        .put("sign", GateSignature.sign(method, path, query, body, timestamp, secret));
  }
}
