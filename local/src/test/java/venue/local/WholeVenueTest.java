package venue.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import venue.local.clients.CcxtScript;
import venue.local.clients.GateSdkScript;
import venue.local.prices.RecordedPrice;
import venue.local.prices.Recording;
import venue.openapi.Conformance;
import venue.store.Schema;

/** The venue as it is deployed, whole, over HTTP: its own template, functions, store and queue. */
class WholeVenueTest {
  private static final String ORDERS = "/api/v4/futures/usdt/orders";
  private static final String UNIT_ORDERS = "/api/v4/smart_leverage/usdt/orders";
  private static final Recording CALM =
      new Recording(
          "BTC_USDT",
          List.of(
              new RecordedPrice(Instant.ofEpochSecond(1_000), new BigDecimal("780.5")),
              new RecordedPrice(Instant.ofEpochSecond(900_000), new BigDecimal("780.5"))));

  @TempDir Path directory;
  @RegisterExtension final Conformance conformance = new Conformance();
  private final Opened opened = new Opened();
  private final HttpClient http = opened.add(HttpClient.newHttpClient());

  @AfterEach
  void close() {
    opened.close();
  }

  private VenueOptions options(TestTemplate template) {
    return VenueOptions.of(template.writtenTo(directory), List.of(CALM))
        .wrappingFunctions(conformance::checked)
        .requiring(Schema.requiredIndexes());
  }

  private Venue started(VenueOptions options) {
    Venue venue = opened.add(new Venue(options));
    new Preparation(venue).prepare();
    venue.begin();
    awaitPrice(venue);
    return venue;
  }

  private static void awaitPrice(Venue venue) {
    Instant deadline = Instant.now().plusSeconds(20);
    while (venue
        .operations()
        .call("MarketQuery", "Tickers", List.of("usdt"), "")
        .body()
        .text()
        .equals("[]")) {
      assertThat(Instant.now()).as("the first tick").isBefore(deadline);
      Thread.onSpinWait();
    }
  }

  private Venue started() {
    return started(options(TestTemplate.ofTheVenue()));
  }

  private Trader trader(Venue venue) throws Exception {
    return Trader.withAccount(http, venue, "10000");
  }

  private static String order(long size, String text) {
    return "{\"contract\":\"BTC_USDT\",\"size\":%d,\"price\":\"0\",\"tif\":\"ioc\",\"text\":\"%s\"}"
        .formatted(size, text);
  }

  @Test
  void gatesOwnSdkTradesFuturesOnIt() throws Exception {
    Venue venue = started();
    Trader trader = trader(venue);
    new GateSdkScript(venue.address() + "/api/v4", trader.key(), trader.secret()).run();
  }

  @Test
  void ccxtTradesFuturesOnIt() throws Exception {
    Venue venue = started();
    Trader trader = trader(venue);
    new CcxtScript(venue.address() + "/api/v4", trader.key(), trader.secret()).run();
  }

  @Test
  void unitsAreBoughtShownAndSold() throws Exception {
    Trader trader = trader(started());
    Trader.Answer bought =
        trader.post(
            UNIT_ORDERS, "{\"product\":\"BTC_USDT_LONG\",\"side\":\"buy\",\"amount\":\"500\"}");
    assertThat(bought.status()).isEqualTo(201);

    Trader.Answer held = trader.get("/api/v4/smart_leverage/usdt/holdings");
    assertThat(held.text("/0/units")).isEqualTo(bought.text("/units"));
    assertThat(new BigDecimal(held.text("/0/value"))).isLessThan(new BigDecimal("500"));

    Trader.Answer sold =
        trader.post(
            UNIT_ORDERS, "{\"product\":\"BTC_USDT_LONG\",\"side\":\"sell\",\"fraction\":\"1\"}");
    assertThat(sold.text("/units")).isEqualTo(bought.text("/units"));
    assertThat(trader.get("/api/v4/smart_leverage/usdt/holdings").body()).isEmpty();
    assertThat(trader.get(UNIT_ORDERS + "/" + sold.text("/id")).body()).isEqualTo(sold.body());

    BigDecimal total = new BigDecimal(trader.get("/api/v4/futures/usdt/accounts").text("/total"));
    BigDecimal expected =
        new BigDecimal("10000")
            .add(new BigDecimal(bought.text("/cash")))
            .add(new BigDecimal(sold.text("/cash")));
    assertThat(total).isEqualByComparingTo(expected).isLessThan(new BigDecimal("10000"));
  }

  @Test
  void aRevokedKeyIsDeadAtOnce() throws Exception {
    Venue venue = started();
    Trader trader = trader(venue);
    String account = trader.get("/api/v4/account/detail").text("/user_id");
    venue.operations().call("Administration", "RevokeKey", List.of(account, trader.key()), "");
    assertThat(trader.post(ORDERS, order(1, "t-late")).text("/label")).isEqualTo("INVALID_KEY");
  }

  @Test
  void aRouteRenamedInTheTemplateIsServedUnderItsNewName() throws Exception {
    Venue venue =
        started(
            options(
                    TestTemplate.ofTheVenue()
                        .replacing("/api/v4/spot/time", "/api/v4/clock")
                        .replacing("/futures/{settle}/orders", "/perpetuals/{settle}/tickets"))
                .wrappingFunctions(UnaryOperator.identity()));
    Trader trader = trader(venue);
    assertThat(trader.get("/api/v4/clock").body().has("server_time")).isTrue();
    assertThat(trader.get("/api/v4/spot/time").status()).isEqualTo(404);
    Trader.Answer placed = trader.post("/api/v4/perpetuals/usdt/tickets", order(1, "t-renamed"));
    assertThat(placed.status()).isEqualTo(201);
    assertThat(trader.get("/api/v4/perpetuals/usdt/tickets/t-renamed").body())
        .isEqualTo(placed.body());
    assertThat(trader.post(ORDERS, order(1, "t-old")).status()).isEqualTo(404);
  }

  @Test
  void aTableRenamedInTheTemplateIsTheTableThatIsUsed() throws Exception {
    Venue venue =
        started(
            options(
                TestTemplate.ofTheVenue()
                    .replacing("!Ref Accounts", "!Ref Ledgers")
                    .replacing("!GetAtt Accounts.Arn", "!GetAtt Ledgers.Arn")
                    .replacing("\n  Accounts:", "\n  Ledgers:")));
    assertThat(trader(venue).post(ORDERS, order(1, "t-1")).status()).isEqualTo(201);
    assertThat(venue.dynamoDb().listTables().tableNames())
        .contains("Ledgers")
        .doesNotContain("Accounts");
  }

  @Test
  void aVariableOfTheTemplateIsWhatTheFunctionIsGiven() throws Exception {
    Venue venue =
        started(
            options(
                TestTemplate.ofTheVenue()
                    .replacing("HouseShards", "PartsOfTheHouse")
                    .replacing("Default: 16", "Default: 3")));
    assertThat(
            venue
                .operations()
                .call("Administration", "ShowHouse", List.of("BTC_USDT"), "")
                .body()
                .text())
        .contains("\"shards\":3");
    assertThatThrownBy(
            () ->
                started(
                    options(
                        TestTemplate.ofTheVenue().replacing("TICK_SECONDS:", "SECONDS_A_TICK:"))))
        .isInstanceOf(StartRefused.class)
        .hasMessageContaining("MarkToMarket")
        .hasMessageContaining("TICK_SECONDS");
  }

  @Test
  void refusesToStartWithoutAnIndexItNeeds() {
    assertThatThrownBy(
            () ->
                started(
                    options(
                        TestTemplate.ofTheVenue()
                            .replacing("IndexName: LiquidationKeys", "IndexName: Others"))))
        .isInstanceOf(StartRefused.class)
        .hasMessageContaining("LiquidationKeys");
  }

  @Test
  void twoVenuesOnOneStorePlaceALabelledOrderOnce() throws Exception {
    Venue one = started();
    Venue other = opened.add(new Venue(options(TestTemplate.ofTheVenue()).onStore(one.dynamoDb())));
    Trader trader = trader(one);
    List<Callable<Trader.Answer>> sent = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      sent.add(() -> trader.post(ORDERS, order(3, "t-twice")));
      sent.add(() -> trader.at(other).post(ORDERS, order(3, "t-twice")));
    }
    Set<String> ids = new TreeSet<>();
    try (ExecutorService threads = Executors.newFixedThreadPool(sent.size())) {
      for (Future<Trader.Answer> answer : threads.invokeAll(sent)) {
        assertThat(answer.get().status()).isEqualTo(201);
        ids.add(answer.get().text("/id"));
      }
    }
    assertThat(ids).hasSize(1);
    assertThat(trader.get("/api/v4/futures/usdt/positions/BTC_USDT").text("/size")).isEqualTo("3");
  }

  @Test
  void ordersSentAtOnceOnOneAccountAddUp() throws Exception {
    Trader trader = trader(started());
    List<Callable<Trader.Answer>> sent = new ArrayList<>();
    for (int i = 1; i <= 40; i++) {
      long size = i % 3 == 0 ? -i : i;
      sent.add(() -> trader.post(ORDERS, order(size, "t-" + size)));
    }
    long filled = 0;
    try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
      for (Future<Trader.Answer> answer : threads.invokeAll(sent)) {
        if (answer.get().status() == 201) {
          filled += answer.get().body().get("size").asLong();
        } else {
          assertThat(answer.get().text("/label")).isEqualTo("TOO_BUSY");
        }
      }
    }
    Trader.Answer position = trader.get("/api/v4/futures/usdt/positions/BTC_USDT");
    assertThat(position.body().get("size").asLong()).isEqualTo(filled).isPositive();
    Trader.Answer account = trader.get("/api/v4/futures/usdt/accounts");
    assertThat(new BigDecimal(account.text("/position_margin")))
        .isEqualByComparingTo(position.text("/margin"));
  }

  @Test
  void aPositionWhoseMarginIsUsedUpIsLiquidatedWithoutBeingAsked() throws Exception {
    Recording falling =
        new Recording(
            "BTC_USDT",
            List.of(
                new RecordedPrice(Instant.ofEpochSecond(1_000), new BigDecimal("1000")),
                new RecordedPrice(Instant.ofEpochSecond(1_600), new BigDecimal("880")),
                new RecordedPrice(Instant.ofEpochSecond(90_000), new BigDecimal("880"))));
    Venue venue =
        started(
            VenueOptions.of(TestTemplate.ofTheVenue().writtenTo(directory), List.of(falling))
                .wrappingFunctions(conformance::checked)
                .atSpeed(60));
    Trader trader = trader(venue);
    assertThat(trader.post(ORDERS, order(100, "t-doomed")).status()).isEqualTo(201);

    Instant deadline = Instant.now().plusSeconds(30);
    String position = "/api/v4/futures/usdt/positions/BTC_USDT";
    while (trader.get(position).body().get("size").asLong() != 0) {
      assertThat(Instant.now()).as("the sweep after the fall").isBefore(deadline);
    }

    Trader.Answer account = trader.get("/api/v4/futures/usdt/accounts");
    assertThat(account.text("/position_margin")).isEqualTo("0");
    assertThat(new BigDecimal(account.text("/total"))).isLessThan(new BigDecimal("9991"));
  }

  @Test
  void keptDataGoesOnAfterItsLastTick() throws Exception {
    Path kept = directory.resolve("kept");
    VenueOptions options =
        options(TestTemplate.ofTheVenue()).keptIn(Optional.of(kept)).atSpeed(600);
    String position = "/api/v4/futures/usdt/positions/BTC_USDT";
    Trader trader;
    Instant last;
    try (Venue venue = new Venue(options)) {
      new Preparation(venue).prepare();
      venue.begin();
      trader = trader(venue);
      assertThat(trader.post(ORDERS, order(2, "t-kept")).status()).isEqualTo(201);
      last = venue.venueTime().instant();
    }
    try (Venue again = new Venue(options)) {
      new Preparation(again).prepare();
      again.begin();
      assertThat(
              again
                  .operations()
                  .call("Administration", "ShowAccount", List.of("10000001"), "")
                  .body()
                  .text())
          .contains("\"deposited\":\"10000\"");
      assertThat(trader.at(again).get(position).text("/size")).isEqualTo("2");
      assertThat(again.start()).isAfter(last.minusSeconds(10));
    }
  }
}
