package venue.local;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Instant;
import java.util.List;
import venue.wire.GateSignature;

/** A client of a venue that signs what it sends. */
public record Trader(HttpClient http, String address, String key, String secret) {
  private static final ObjectMapper JSON = new ObjectMapper();

  /** An answer over HTTP. */
  public record Answer(int status, JsonNode body) {

    public String text(String pointer) {
      return body.at(pointer).asText();
    }
  }

  /** A trader with a new account of a venue and a deposit. */
  public static Trader withAccount(HttpClient http, Venue venue, String deposit)
      throws IOException {
    String account =
        JSON.readTree(admin(venue, "OpenAccount", List.of(), "{}")).get("account").asText();
    admin(venue, "Deposit", List.of(account), "{\"amount\":\"" + deposit + "\"}");
    JsonNode key = JSON.readTree(admin(venue, "IssueKey", List.of(account), "{}"));
    return new Trader(http, venue.address(), key.get("key").asText(), key.get("secret").asText());
  }

  private static String admin(Venue venue, String event, List<String> values, String body) {
    return venue.operations().call("Administration", event, values, body).body().text();
  }

  /** The same trader at another venue. */
  public Trader at(Venue venue) {
    return new Trader(http, venue.address(), key, secret);
  }

  public Answer get(String path) throws IOException, InterruptedException {
    return send("GET", path, "");
  }

  public Answer post(String path, String body) throws IOException, InterruptedException {
    return send("POST", path, body);
  }

  private Answer send(String method, String path, String body)
      throws IOException, InterruptedException {
    String timestamp = Long.toString(Instant.now().getEpochSecond());
    int cut = path.indexOf('?');
    String bare = cut < 0 ? path : path.substring(0, cut);
    String query = cut < 0 ? "" : path.substring(cut + 1);
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(address + path))
            .header("KEY", key)
            .header("Timestamp", timestamp)
            .header("SIGN", GateSignature.sign(method, bare, query, body, timestamp, secret))
            .header("Content-Type", "application/json")
            .method(method, BodyPublishers.ofString(body))
            .build();
    HttpResponse<String> response = http.send(request, BodyHandlers.ofString());
    return new Answer(response.statusCode(), JSON.readTree(response.body()));
  }
}
