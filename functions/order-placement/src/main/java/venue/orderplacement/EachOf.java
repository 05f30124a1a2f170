package venue.orderplacement;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import venue.domain.Outcome;
import venue.domain.Reason;
import venue.domain.Refusal;
import venue.function.Endpoint;
import venue.function.PartlyFailed;
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
 * other, and each is stored by itself. If the venue fails at one, those after it are left.
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
  private static final ApiError NOT_ATTEMPTED =
      ApiError.of(
          new Refusal(
              Reason.TOO_BUSY,
              "not attempted, since the venue failed at one before; send it again"));

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
        call, desk.store().secret(call.caller()), () -> Optional.of(oneByOne(call, elements)));
  }

  // What was done before a failure has been done, so the client is to hear of it; what follows is
  // not attempted at a venue that fails.
  private HttpResponse oneByOne(SignedCall call, List<Json> elements) {
    List<Json> answers = new ArrayList<>();
    Optional<RuntimeException> failure = Optional.empty();
    for (Json element : elements) {
      HttpResponse answer = NOT_ATTEMPTED.toResponse();
      if (failure.isEmpty()) {
        try {
          answer = one(call, element);
        } catch (RuntimeException e) {
          if (answers.isEmpty()) {
            throw e;
          }
          failure = Optional.of(e);
          answer = ApiError.internal().toResponse();
        }
      }
      answers.add(shown.of(call, element, answer));
    }
    HttpResponse all = HttpResponse.ok(new JsonArray(answers));
    if (failure.isPresent()) {
      throw new PartlyFailed(all, failure.get());
    }
    return all;
  }

  private HttpResponse one(SignedCall call, Json element) {
    return decode
        .apply(element)
        .fold(
            asked -> desk.attempts().answer(() -> attempt.at(call, asked, element)),
            refusal -> ApiError.of(refusal).toResponse());
  }
}
