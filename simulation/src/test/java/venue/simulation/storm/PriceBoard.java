package venue.simulation.storm;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The one source of prices: what stands on the board when it is asked, or nothing. */
public final class PriceBoard implements AutoCloseable {
  private final Map<String, String> answers = new ConcurrentHashMap<>();
  private final HttpServer server;

  /** A board with nothing on it. */
  public PriceBoard() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.createContext("/", this::answer);
    server.start();
  }

  private void answer(HttpExchange exchange) throws IOException {
    String answer = answers.getOrDefault(exchange.getRequestURI().getPath().substring(1), "");
    byte[] body = answer.getBytes(UTF_8);
    exchange.sendResponseHeaders(body.length == 0 ? 503 : 200, body.length == 0 ? -1 : body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }

  /** Puts a price on it. */
  public void put(String market, BigDecimal price, Instant time) {
    answers.put(
        market,
        "{\"price\":\"" + price.toPlainString() + "\",\"time\":" + time.toEpochMilli() + "}");
  }

  /** Takes a price off it. */
  public void silence(String market) {
    answers.remove(market);
  }

  /** As the variable PRICE_SOURCES has it. */
  public String sources() {
    return "[{\"name\":\"board\",\"url\":\"http://127.0.0.1:"
        + server.getAddress().getPort()
        + "/{base}_{quote}\",\"price\":\"/price\",\"time\":\"/time\",\"weight\":1}]";
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
