package venue.marketquery;

import java.time.Instant;
import java.util.Map;
import venue.function.Environment;
import venue.function.TestVenue;
import venue.function.TestVenue.Answer;
import venue.wire.json.JsonObject;
import venue.wire.json.JsonText;

/** Anyone who asks about the futures of a venue at a moment. */
record Client(TestVenue venue, Instant now) {

  /** What is at a path below the futures settled in USDT. */
  Answer get(String path, String query) throws Exception {
    return get("usdt", path, query);
  }

  /** The constituents of an index. */
  Answer constituents(String index) throws Exception {
    return get(Map.of("settle", "usdt", "index", index), "/index_constituents/{index}", "");
  }

  Answer get(String settle, String path, String query) throws Exception {
    return get(Map.of("settle", settle), path, query);
  }

  private Answer get(Map<String, String> named, String path, String query) throws Exception {
    JsonObject.Builder parameters = JsonObject.builder();
    named.forEach(parameters::put);
    Environment given = venue.environment(Map.of());
    Environment later =
        new Environment(given.variables(), given.dynamoDb(), () -> now, () -> now, given.random());
    return venue.call(
        new MarketQuery(later),
        "list-contracts.json",
        Map.of(
            "routeKey",
            new JsonText("GET /api/v4/futures/{settle}" + path),
            "rawQueryString",
            new JsonText(query),
            "pathParameters",
            parameters.build()));
  }
}
