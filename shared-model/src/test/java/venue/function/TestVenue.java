package venue.function;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.dynamodb.services.local.embedded.DynamoDBEmbedded;
import software.amazon.dynamodb.services.local.shared.access.AmazonDynamoDBLocal;
import venue.domain.Samples;
import venue.domain.Side;
import venue.domain.account.Account;
import venue.domain.account.Transfer;
import venue.domain.house.HouseFunding;
import venue.domain.market.Market;
import venue.domain.market.Tick;
import venue.domain.smartleverage.Fund;
import venue.openapi.CheckedFunction;
import venue.store.AccountStore;
import venue.store.Caller;
import venue.store.CountingClient;
import venue.store.HouseStore;
import venue.store.MarketStore;
import venue.store.TestTables;
import venue.wire.ApiKey;
import venue.wire.Events;
import venue.wire.GateSignature;
import venue.wire.HttpRequest;
import venue.wire.json.Json;
import venue.wire.json.JsonNumber;
import venue.wire.json.JsonObject;
import venue.wire.json.JsonText;
import venue.wire.json.MalformedJson;

/**
 * A venue for a function's tests: the store within this JVM, a market at 1000 with its funds and a
 * funded house, an account with 10,000 USDT and a key made at run time. Both clocks stand still.
 */
public final class TestVenue implements AutoCloseable {
  public static final Instant NOW = Samples.START;
  private static final int SHARDS = 2;
  private static final Pattern PATH = Pattern.compile("([A-Z_]+_PATH): &\\w+ (\\S+)");
  private final AmazonDynamoDBLocal database = DynamoDBEmbedded.create(true);
  private final CountingClient counting = new CountingClient(database.dynamoDbClient());
  private final Random random = new Random(7);
  private final ApiKey key = ApiKey.of(Samples.ACCOUNT, random);
  private final String secret = ApiKey.newSecret(random);
  private final RecordedContext context = new RecordedContext();

  public TestVenue() {
    DynamoDbClient client = database.dynamoDbClient();
    TestTables.create(client);
    AccountStore accounts = new AccountStore(client, TestTables::name);
    Account account = Account.open(Samples.ACCOUNT, NOW);
    accounts.open(account);
    accounts.commit(
        Samples.done(Transfer.deposit(account, Samples.number("10000"), 1, NOW)),
        accounts.state(Samples.ACCOUNT).orElseThrow(),
        Optional.empty());
    accounts.addKey(new Caller(Samples.ACCOUNT, key.text()), secret, NOW);
    openMarket(Samples.market());
  }

  /** Opens a market at 1000 with its funds and a funded house. */
  public void openMarket(Market market) {
    openMarket(market, "1000000", "100000");
  }

  /** The same with so much for the house and its insurance, USDT. */
  public void openMarket(Market market, String forHouse, String forInsurance) {
    HouseStore house = new HouseStore(database.dynamoDbClient(), TestTables::name);
    house.create(market.name(), SHARDS);
    var shards = house.shards(market.name(), SHARDS);
    HouseFunding funding =
        HouseFunding.spread(shards, Samples.number(forHouse), Samples.number(forInsurance), 2, NOW);
    house.commit(shards, funding.shards(), funding.entry(), Optional.empty());
    markets().open(market);
    markets().append(Samples.tick(market, "1000"));
    Tick tick = markets().page(market.name()).orElseThrow().tick().orElseThrow();
    for (Side side : Side.values()) {
      markets().open(Fund.open(market, side, tick));
    }
  }

  /** The market's store, for tests that need another tick. */
  public MarketStore markets() {
    return new MarketStore(database.dynamoDbClient(), TestTables::name);
  }

  /** The environment of a function under test, with the paths of template.yaml. */
  public Environment environment(Map<String, String> more) {
    Map<String, String> variables = new HashMap<>(TestTables.VARIABLES);
    variables.put("HOUSE_SHARDS", Integer.toString(SHARDS));
    variables.put("PRICE_SOURCES", "[{\"name\":\"one\"},{\"name\":\"other\"}]");
    variables.putAll(paths());
    variables.putAll(more);
    return new Environment(variables, counting.client(), () -> NOW, () -> NOW, random);
  }

  private static Map<String, String> paths() {
    try {
      Path template = Path.of(System.getProperty("venue.root"), "template.yaml");
      Matcher matcher = PATH.matcher(Files.readString(template));
      Map<String, String> paths = new HashMap<>();
      while (matcher.find()) {
        paths.put(matcher.group(1), matcher.group(2));
      }
      return paths;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The calls to the store, counted. */
  public CountingClient counting() {
    return counting;
  }

  public RecordedContext context() {
    return context;
  }

  /** What a function answered. */
  public record Answer(int status, Json body) {

    public String text(String pointer) {
      return body.at(pointer)
          .map(
              value ->
                  switch (value) {
                    case JsonText(String text) -> text;
                    case JsonNumber(BigDecimal number) -> number.toPlainString();
                    default -> value.write();
                  })
          .orElse("absent");
    }
  }

  /** Calls a function with a payload of the events folder, signed with the account's key. */
  public Answer call(RequestStreamHandler function, String event)
      throws IOException, MalformedJson {
    return call(function, event, Map.of());
  }

  /** The same with fields of the payload replaced. */
  public Answer call(RequestStreamHandler function, String event, Map<String, Json> replaced)
      throws IOException, MalformedJson {
    return send(function, signed(payload(event, replaced), secret));
  }

  /** Calls a function with a payload signed by a secret that is not the key's. */
  public Answer callWithWrongSecret(RequestStreamHandler function, String event)
      throws IOException, MalformedJson {
    return send(function, signed(payload(event, Map.of()), "wrong"));
  }

  /** Calls a function with a payload as it is in its file. */
  public Answer callAsItIs(RequestStreamHandler function, String event)
      throws IOException, MalformedJson {
    return send(function, payload(event, Map.of()));
  }

  private Answer send(RequestStreamHandler function, JsonObject payload)
      throws IOException, MalformedJson {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    CheckedFunction.strict(function).handleRequest(stream(payload), out, context);
    Json answer = Json.parse(out.toString(StandardCharsets.UTF_8));
    int status = answer.at("/statusCode").flatMap(Json::decimal).orElseThrow().intValueExact();
    Json body = answer.at("/body").orElseThrow();
    return new Answer(status, body instanceof JsonText(String text) ? Json.parse(text) : body);
  }

  private static JsonObject payload(String event, Map<String, Json> replaced)
      throws IOException, MalformedJson {
    try (var file = Events.open(event)) {
      Map<String, Json> fields =
          new LinkedHashMap<>(
              object(Json.parse(new String(file.readAllBytes(), StandardCharsets.UTF_8))).fields());
      fields.putAll(replaced);
      fields.put("requestContext", withMethod(fields));
      return new JsonObject(fields);
    }
  }

  /** The method stands in two places of a payload; the route key's is the one that counts here. */
  private static JsonObject withMethod(Map<String, Json> fields) {
    String routeKey = ((JsonText) Objects.requireNonNull(fields.get("routeKey"))).text();
    Map<String, Json> context =
        new LinkedHashMap<>(object(Objects.requireNonNull(fields.get("requestContext"))).fields());
    Map<String, Json> http =
        new LinkedHashMap<>(object(Objects.requireNonNull(context.get("http"))).fields());
    http.put("method", new JsonText(routeKey.substring(0, routeKey.indexOf(' '))));
    context.put("http", new JsonObject(http));
    return new JsonObject(context);
  }

  private JsonObject signed(JsonObject payload, String with) throws IOException {
    HttpRequest request = HttpRequest.read(stream(payload));
    String timestamp = Long.toString(NOW.getEpochSecond());
    Map<String, Json> headers =
        new LinkedHashMap<>(object(payload.get("headers").orElseThrow()).fields());
    headers.put("key", new JsonText(key.text()));
    headers.put("timestamp", new JsonText(timestamp));
    headers.put(
        "sign",
        new JsonText(
            GateSignature.sign(
                request.method(),
                request.rawPath(),
                request.rawQuery(),
                request.body(),
                timestamp,
                with)));
    Map<String, Json> fields = new LinkedHashMap<>(payload.fields());
    fields.put("headers", new JsonObject(headers));
    return new JsonObject(fields);
  }

  private static JsonObject object(Json json) {
    return (JsonObject) json;
  }

  private static ByteArrayInputStream stream(Json payload) {
    return new ByteArrayInputStream(payload.write().getBytes(StandardCharsets.UTF_8));
  }

  @Override
  public void close() {
    database.shutdownNow();
  }
}
