package venue.local;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import venue.local.http.HttpAnswer;

/** Prepares a venue through its own front door: markets, a funded house, a demo account. */
public final class Preparation {
  private static final String ADMINISTRATION = "Administration";
  private static final String ACCOUNT = "10000001";

  private final ObjectMapper json = new ObjectMapper();
  private final Venue venue;
  private final Operations operations;

  public Preparation(Venue venue) {
    this.venue = venue;
    this.operations = venue.operations();
  }

  /** Does what kept data does not have yet, each payment under an id, and issues a new key. */
  public DemoAccount prepare() {
    for (String market : venue.markets()) {
      configure(market);
      fund(market);
    }
    open();
    must("Deposit", List.of(ACCOUNT), "{\"amount\":\"10000\",\"id\":\"demo\"}");
    JsonNode key = must("IssueKey", List.of(ACCOUNT), "{}");
    return new DemoAccount(key.path("key").asText(), key.path("secret").asText());
  }

  private void configure(String market) {
    String price = venue.price(market).price().toPlainString();
    must("ConfigureMarket", List.of(market), "{\"reference_price\":\"" + price + "\"}");
  }

  private void fund(String market) {
    must(
        "FundHouse",
        List.of(market),
        "{\"house\":\"1000000\",\"insurance\":\"100000\",\"id\":\"demo\"}");
  }

  /** The account may be there from an earlier start. */
  private void open() {
    String body = "{\"account\":" + ACCOUNT + "}";
    HttpAnswer answer = operations.call(ADMINISTRATION, "OpenAccount", List.of(), body);
    if (answer.status() != 409) {
      checked("OpenAccount", answer);
    }
  }

  private JsonNode must(String event, List<String> values, String body) {
    return checked(event, operations.call(ADMINISTRATION, event, values, body));
  }

  private JsonNode checked(String event, HttpAnswer answer) {
    if (answer.status() / 100 != 2) {
      throw new StartRefused(
          "the venue cannot be prepared: %s answers %d %s"
              .formatted(event, answer.status(), answer.body().text()));
    }
    try {
      return json.readTree(answer.body().text());
    } catch (JsonProcessingException e) {
      throw new StartRefused("the venue cannot be prepared: " + event + " answers no JSON", e);
    }
  }
}
