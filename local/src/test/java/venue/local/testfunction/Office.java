package venue.local.testfunction;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import venue.function.Environment;

/** Stands in for administration and market query: stores what it is asked, answers by its table. */
public final class Office implements RequestStreamHandler {
  private final ObjectMapper json = new ObjectMapper();
  private final Environment environment;

  public Office(Environment environment) {
    this.environment = environment;
  }

  @Override
  public void handleRequest(InputStream input, OutputStream output, Context context)
      throws IOException {
    JsonNode event = json.readTree(input);
    String request =
        event.at("/requestContext/http/method").asText() + " " + event.get("rawPath").asText();
    boolean asked = asked(request);
    store(request, event.path("body").asText());
    String body =
        switch (request) {
          case "GET /o/house/BTC_USDT" -> "{\"house\":\"" + (asked ? "1000000" : "0") + "\"}";
          case "POST /o/10000001/keys" -> "{\"key\":\"the key\",\"secret\":\"the secret\"}";
          case "GET /o/usdt/tickers" ->
              "[{\"contract\":\"BTC_USDT\",\"last\":\"780.5\",\"total_size\":\"12\"}]";
          case "GET /o/usdt/products" ->
              "[{\"name\":\"BTC_USDT_LONG\",\"nav\":\"1.01\",\"leverage\":\"2.1\"}]";
          default -> "{}";
        };
    int status = asked && request.equals("POST /o/accounts") ? 409 : 200;
    json.writeValue(output, Map.of("statusCode", status, "body", body));
  }

  private boolean asked(String request) {
    return environment
        .dynamoDb()
        .getItem(
            get ->
                get.tableName(environment.variable("REQUESTS_TABLE"))
                    .key(Map.of("pk", AttributeValue.fromS(request))))
        .hasItem();
  }

  private void store(String request, String body) {
    environment
        .dynamoDb()
        .putItem(
            put ->
                put.tableName(environment.variable("REQUESTS_TABLE"))
                    .item(
                        Map.of(
                            "pk", AttributeValue.fromS(request),
                            "body", AttributeValue.fromS(body))));
  }
}
