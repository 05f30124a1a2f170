package venue.marketquery;

import java.time.InstantSource;
import venue.wire.HttpRequest;
import venue.wire.HttpResponse;
import venue.wire.json.JsonArray;
import venue.wire.json.JsonObject;

/**
 * What clients ask before they trade: the time their signatures are checked against, currencies.
 */
record General(InstantSource wallTime) {

  HttpResponse time(HttpRequest request) {
    return HttpResponse.ok(JsonObject.builder().put("server_time", wallTime.millis()).build());
  }

  HttpResponse currencies(HttpRequest request) {
    return HttpResponse.ok(
        JsonArray.of(
            JsonObject.builder()
                .put("currency", "USDT")
                .put("name", "Tether")
                .put("delisted", false)
                .put("withdraw_disabled", true)
                .put("withdraw_delayed", false)
                .put("deposit_disabled", true)
                .put("trade_disabled", false)
                .build()));
  }
}
