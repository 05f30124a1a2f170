package venue.orderplacement;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import venue.domain.Outcome;
import venue.function.Endpoint;
import venue.function.SignedCall;
import venue.wire.ApiError;
import venue.wire.HttpRequest;
import venue.wire.HttpResponse;
import venue.wire.gate.BatchBody;
import venue.wire.gate.Settle;
import venue.wire.json.Json;
import venue.wire.json.JsonArray;
import venue.wire.json.JsonObject;

/**
 * Does the same for each element of a list, one after the other; one that is refused stops no
 * other, and each is stored by itself.
 *
 * @param most how many elements there may be
 * @param decode what one element asks for
 * @param attempt at one, from a fresh read each time
 * @param shown what became of one
 * @param <T> what is asked for
 */
record EachOf<T>(
    Desk desk, int most, Function<Json, Outcome<T>> decode, Attempt<T> attempt, Shown shown)
    implements Endpoint {

  /** An attempt at one element of a signed call. */
  interface Attempt<T> {

    /** The answer; none if it lost a race and wrote nothing. */
    Optional<HttpResponse> at(SignedCall call, T asked, Json element);
  }

  /** How one element of an answer looks. */
  interface Shown {

    /** What was answered to an element of a signed call, as it stands in the list. */
    JsonObject of(SignedCall call, Json element, HttpResponse answer);
  }

  @Override
  public HttpResponse answer(HttpRequest request) {
    Outcome<List<Json>> elements =
        Settle.usdt(request).then(usdt -> BatchBody.elements(usdt.body(), most));
    return desk.answer(request, elements, this::each);
  }

  private Optional<HttpResponse> each(SignedCall call, List<Json> elements) {
    return desk.admitted(
        call,
        desk.store().secret(call.caller()),
        () ->
            Optional.of(
                HttpResponse.ok(
                    JsonArray.of(elements.stream().map(element -> one(call, element)).toList()))));
  }

  private JsonObject one(SignedCall call, Json element) {
    HttpResponse answer =
        decode
            .apply(element)
            .fold(
                asked -> desk.attempts().answer(() -> attempt.at(call, asked, element)),
                refusal -> ApiError.of(refusal).toResponse());
    return shown.of(call, element, answer);
  }
}
