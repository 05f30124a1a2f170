package venue.function;

import com.amazonaws.services.lambda.runtime.Context;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import java.util.stream.Stream;
import venue.wire.ApiError;
import venue.wire.HttpRequest;
import venue.wire.HttpResponse;
import venue.wire.gate.SizeNotation;
import venue.wire.json.Json;
import venue.wire.json.JsonArray;
import venue.wire.json.JsonObject;
import venue.wire.json.JsonText;

/** A function behind an HTTP API: reads an event, has an endpoint answer it, writes the answer. */
public record HttpFunction(Routes routes) {
  private static final String REQUEST_ID = "x-client-request-id";
  private static final int LOGGED_FRAMES = 8;

  /**
   * Serves one event. An endpoint that throws is logged and answered with 500, or with what it says
   * it has done.
   *
   * @throws IOException if a stream fails
   * @throws IllegalArgumentException if the event is not one of an HTTP API
   */
  public void serve(InputStream event, OutputStream answer, Context context) throws IOException {
    HttpRequest request = HttpRequest.read(event);
    HttpResponse response = SizeNotation.asAsked(request, answer(request, context));
    request
        .header(REQUEST_ID)
        .map(id -> response.withHeader(REQUEST_ID, id))
        .orElse(response)
        .writeTo(answer);
  }

  private HttpResponse answer(HttpRequest request, Context context) {
    try {
      return routes.endpointOf(request).answer(request);
    } catch (PartlyFailed e) {
      log(request, e.failure(), context);
      return e.answer();
    } catch (RuntimeException e) {
      log(request, e, context);
      return ApiError.internal().toResponse();
    }
  }

  // Neither headers, query nor body: they hold keys and what accounts do. Nor the exception's
  // message, which may quote them; the class and the frames say where to look.
  private static void log(HttpRequest request, RuntimeException e, Context context) {
    List<JsonText> causes =
        Stream.<Throwable>iterate(e, cause -> cause != null, Throwable::getCause)
            .limit(LOGGED_FRAMES)
            .map(cause -> new JsonText(cause.getClass().getName()))
            .toList();
    List<JsonText> frames =
        Stream.of(e.getStackTrace())
            .limit(LOGGED_FRAMES)
            .map(frame -> new JsonText(frame.toString()))
            .toList();
    Json exceptions = JsonArray.of(causes);
    JsonObject line =
        JsonObject.builder()
            .put("level", "ERROR")
            .put("requestId", String.valueOf(context.getAwsRequestId()))
            .put("method", request.method())
            .put("route", request.route())
            .put("exceptions", exceptions)
            .put("at", JsonArray.of(frames))
            .build();
    context.getLogger().log(line.write() + "\n");
  }
}
