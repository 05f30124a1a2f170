package venue.local.http;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.locks.Lock;
import venue.local.function.Functions;
import venue.local.template.Function;
import venue.local.template.Template;

/** Takes a request to the function whose route it matches, as API Gateway does. */
public final class FrontDoor {
  private final ObjectMapper json = new ObjectMapper();
  private final Routes routes;
  private final Functions functions;
  private final Lock turn;
  private final String adminToken;

  /**
   * @param turn is held while a request is served
   */
  public FrontDoor(Template template, Functions functions, Lock turn, String adminToken) {
    this.routes =
        new Routes(
            template.functions().stream().map(Function::routes).flatMap(List::stream).toList());
    this.functions = functions;
    this.turn = turn;
    this.adminToken = adminToken;
  }

  /** The answer to a request. */
  public HttpAnswer answer(HttpRequest request) {
    return routes
        .find(request.method(), request.rawPath())
        .map(match -> answer(request, match))
        .orElseGet(() -> HttpAnswer.message(404, "Not Found"));
  }

  private HttpAnswer answer(HttpRequest request, Routes.Match match) {
    if (match.route().iam() && !isAdministrator(request)) {
      return HttpAnswer.message(403, "Forbidden");
    }
    String requestId = UUID.randomUUID().toString();
    turn.lock();
    try {
      byte[] event = json.writeValueAsBytes(HttpEvent.of(request, match, requestId, Instant.now()));
      byte[] answer = functions.get(match.route().function()).invoke(event, requestId);
      return HttpAnswer.ofFunction(answer, json);
    } catch (IOException | RuntimeException e) {
      System.err.println(match.route().function() + " failed on " + match.route().key() + ": " + e);
      return HttpAnswer.message(500, "Internal Server Error");
    } finally {
      turn.unlock();
    }
  }

  private boolean isAdministrator(HttpRequest request) {
    byte[] given = request.header("authorization").orElse("").getBytes(StandardCharsets.UTF_8);
    byte[] right = ("Bearer " + adminToken).getBytes(StandardCharsets.UTF_8);
    return MessageDigest.isEqual(given, right);
  }
}
