package venue.local;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import venue.local.http.HttpAnswer;

/** What a venue's markets and funds look like now, in one line. */
public final class Status {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);

  private final ObjectMapper json = new ObjectMapper();
  private final Venue venue;
  private final Operations operations;

  public Status(Venue venue) {
    this.venue = venue;
    this.operations = venue.operations();
  }

  public String line() {
    StringBuilder line = new StringBuilder(TIME.format(venue.venueTime().instant()));
    for (JsonNode ticker : list("Tickers")) {
      line.append(" | ")
          .append(ticker.path("contract").asText())
          .append(' ')
          .append(ticker.path("last").asText())
          .append(" oi ")
          .append(ticker.path("total_size").asText());
    }
    for (JsonNode product : list("Products")) {
      line.append(" | ")
          .append(product.path("name").asText())
          .append(" nav ")
          .append(figure(product.path("nav")))
          .append(" x")
          .append(figure(product.path("leverage")));
    }
    return line.toString();
  }

  private static String figure(JsonNode number) {
    return new BigDecimal(number.asText("0")).setScale(4, RoundingMode.DOWN).toPlainString();
  }

  private JsonNode list(String event) {
    HttpAnswer answer = operations.call("MarketQuery", event, List.of("usdt"), "");
    try {
      return answer.status() == 200 ? json.readTree(answer.body().text()) : json.createArrayNode();
    } catch (JsonProcessingException e) {
      return json.createArrayNode();
    }
  }
}
