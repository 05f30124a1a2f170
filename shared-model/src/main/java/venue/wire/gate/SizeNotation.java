package venue.wire.gate;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import venue.wire.HttpRequest;
import venue.wire.HttpResponse;
import venue.wire.json.Json;
import venue.wire.json.JsonArray;
import venue.wire.json.JsonNumber;
import venue.wire.json.JsonObject;
import venue.wire.json.JsonText;

/** Header X-Gate-Size-Decimal: with 1 sizes in contracts are shown as texts, else as numbers. */
public final class SizeNotation {
  private static final String HEADER = "X-Gate-Size-Decimal";
  private static final Set<String> SIZES =
      Set.of(
          "size",
          "left",
          "iceberg",
          "close_size",
          "order_size",
          "order_size_min",
          "order_size_max",
          "position_size",
          "trade_size",
          // A level of the order book, and the volume of a candle.
          "s",
          "v");

  private SizeNotation() {}

  /** An answer with its sizes as the request asks for them. */
  public static HttpResponse asAsked(HttpRequest request, HttpResponse response) {
    return request.header(HEADER).filter("1"::equals).isPresent()
        ? new HttpResponse(response.status(), response.headers(), inTexts(response.body()))
        : response;
  }

  private static Json inTexts(Json json) {
    return switch (json) {
      case JsonArray(var elements) ->
          JsonArray.of(elements.stream().map(SizeNotation::inTexts).toList());
      case JsonObject(var fields) -> {
        Map<String, Json> shown = new LinkedHashMap<>();
        fields.forEach((name, value) -> shown.put(name, inTexts(name, value)));
        yield new JsonObject(shown);
      }
      default -> json;
    };
  }

  private static Json inTexts(String name, Json value) {
    return SIZES.contains(name) && value instanceof JsonNumber(BigDecimal size)
        ? JsonText.of(size)
        : inTexts(value);
  }
}
