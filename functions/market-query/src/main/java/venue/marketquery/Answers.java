package venue.marketquery;

import java.util.List;
import java.util.function.Function;
import venue.domain.Outcome;
import venue.wire.ApiError;
import venue.wire.Fields;
import venue.wire.HttpRequest;
import venue.wire.HttpResponse;
import venue.wire.gate.Settle;
import venue.wire.json.Json;
import venue.wire.json.JsonArray;

/** Answers with public lists, which of other settlement currencies are empty and no error. */
final class Answers {

  private Answers() {}

  /** The list that the request's parameters lead to, or why they do not. */
  static HttpResponse list(HttpRequest request, Function<Fields, Outcome<List<Json>>> elements) {
    return Settle.isUsdt(request)
        ? elements
            .apply(Fields.ofParameters(request))
            .fold(
                list -> HttpResponse.ok(JsonArray.of(list)),
                refusal -> ApiError.of(refusal).toResponse())
        : HttpResponse.ok(JsonArray.of(List.of()));
  }
}
