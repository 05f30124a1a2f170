package venue.marketquery;

import java.util.List;
import venue.domain.Outcome;
import venue.domain.Reason;
import venue.function.Environment;
import venue.wire.ApiError;
import venue.wire.HttpRequest;
import venue.wire.HttpResponse;
import venue.wire.gate.Settle;
import venue.wire.json.Json;
import venue.wire.json.JsonArray;
import venue.wire.json.JsonObject;
import venue.wire.json.JsonText;
import venue.wire.json.MalformedJson;

/**
 * The sources whose weighted median a market's price is, as they are configured.
 *
 * @param sources their names
 */
record IndexConstituents(Board board, List<String> sources) {

  static IndexConstituents of(Board board, Environment environment) {
    return new IndexConstituents(board, names(environment.variable("PRICE_SOURCES")));
  }

  private static List<String> names(String configured) {
    try {
      if (Json.parse(configured) instanceof JsonArray(List<Json> sources)) {
        return sources.stream().map(IndexConstituents::name).toList();
      }
    } catch (MalformedJson e) {
      throw new IllegalStateException("variable PRICE_SOURCES: " + e.getMessage(), e);
    }
    throw new IllegalStateException("variable PRICE_SOURCES is not a JSON list of sources");
  }

  private static String name(Json source) {
    return source.at("/name").filter(JsonText.class::isInstance).map(JsonText.class::cast).stream()
        .map(JsonText::text)
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("variable PRICE_SOURCES: no name"));
  }

  /** Those of the market that the path names. */
  HttpResponse one(HttpRequest request) {
    return Settle.usdt(request)
        .then(usdt -> of(usdt.pathParameter("index").orElse("")))
        .fold(HttpResponse::ok, refusal -> ApiError.of(refusal).toResponse());
  }

  private Outcome<Json> of(String index) {
    return board.one(index).isPresent()
        ? Outcome.done(shown(index))
        : Outcome.refused(Reason.CONTRACT_NOT_FOUND, "index: there is no market " + index);
  }

  private Json shown(String index) {
    List<JsonObject> constituents =
        sources.stream()
            .map(
                source ->
                    JsonObject.builder()
                        .put("exchange", source)
                        .put("symbols", JsonArray.of(new JsonText(index)))
                        .build())
            .toList();
    return JsonObject.builder()
        .put("index", index)
        .put("constituents", JsonArray.of(constituents))
        .build();
  }
}
