package venue.local.prices;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import venue.local.http.LoopbackServer;

/** The replay as a public price source: a market's price over HTTP. */
public final class PriceSource implements AutoCloseable {
  private static final String PATH = "/recorded/";

  private final LoopbackServer server;

  public PriceSource(Replay replay, InstantSource venueTime) {
    server = new LoopbackServer(0, new Answers(replay, venueTime));
  }

  /** The value of the parameter that lists the price sources, with this as the only one. */
  public String asParameter() {
    ObjectNode source =
        JsonNodeFactory.instance
            .objectNode()
            .put("name", "recorded")
            .put("url", server.address() + PATH + "{base}_{quote}")
            .put("price", "/price")
            .put("time", "/time")
            .put("weight", 1);
    return JsonNodeFactory.instance.arrayNode().add(source).toString();
  }

  /** Where a market's price is. */
  public String url(String market) {
    return server.address() + PATH + market;
  }

  @Override
  public void close() {
    server.close();
  }

  private static final class Answers extends Handler.Abstract.NonBlocking {
    private final ObjectMapper json = new ObjectMapper();
    private final Replay replay;
    private final InstantSource venueTime;

    Answers(Replay replay, InstantSource venueTime) {
      this.replay = replay;
      this.venueTime = venueTime;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
      String path = Request.getPathInContext(request);
      String market = path.startsWith(PATH) ? path.substring(PATH.length()) : "";
      ObjectNode body = json.createObjectNode();
      replay
          .answer(market, venueTime.instant())
          .ifPresentOrElse(
              answer ->
                  body.put("price", answer.price().toPlainString())
                      .put("time", answer.time().toEpochMilli()),
              () -> {
                response.setStatus(HttpStatus.NOT_FOUND_404);
                body.put("message", "no such market");
              });
      response.getHeaders().put(HttpHeader.CONTENT_TYPE, "application/json");
      response.write(
          true, ByteBuffer.wrap(body.toString().getBytes(StandardCharsets.UTF_8)), callback);
      return true;
    }
  }
}
