package venue.marketquery;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.math.BigDecimal;
import java.util.Map;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import venue.domain.Samples;
import venue.domain.Side;
import venue.domain.smartleverage.Rebalance;
import venue.function.FundAdvancing;
import venue.function.TestTrading;
import venue.function.TestVenue;
import venue.function.TestVenue.Answer;
import venue.openapi.OpenApi;
import venue.store.CountingClient.Call;
import venue.wire.json.Json;
import venue.wire.json.JsonObject;
import venue.wire.json.JsonText;

class MarketQueryTest {
  private final TestVenue venue = new TestVenue();
  private final MarketQuery function = new MarketQuery(venue.environment(Map.of()));

  @AfterEach
  void close() {
    venue.close();
  }

  private Answer get(String template, String query, Map<String, String> parameters)
      throws Exception {
    JsonObject.Builder given = JsonObject.builder();
    parameters.forEach(given::put);
    Map<String, Json> replaced =
        Map.of(
            "routeKey", new JsonText("GET " + template),
            "rawQueryString", new JsonText(query),
            "pathParameters", given.build());
    return venue.call(function, "list-contracts.json", replaced);
  }

  @Test
  void listsContractsToAnyone() throws Exception {
    Answer answer = venue.callAsItIs(function, "list-contracts.json");
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.text("/0/name")).isEqualTo("BTC_USDT");
    assertThat(answer.text("/0/quanto_multiplier")).isEqualTo("0.001");
    assertThat(answer.text("/0/mark_price")).isEqualTo("1000");
    assertThat(answer.text("/0/maintenance_rate")).isEqualTo("0.005");
  }

  @Test
  void hasNoContractSettledInBitcoinWhichIsNoError() throws Exception {
    Answer answer = get("/api/v4/futures/{settle}/contracts", "", Map.of("settle", "btc"));
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.body().write()).isEqualTo("[]");
  }

  @Test
  void showsATickerWithTheFillPricesOfOneContract() throws Exception {
    Answer answer =
        get("/api/v4/futures/{settle}/tickers", "contract=BTC_USDT", Map.of("settle", "usdt"));
    assertThat(answer.text("/0/last")).isEqualTo("1000");
    assertThat(Samples.number(answer.text("/0/lowest_ask"))).isGreaterThan(Samples.number("1000"));
    assertThat(Samples.number(answer.text("/0/highest_bid"))).isLessThan(Samples.number("1000"));
    assertThat(answer.text("/0/price_quality")).isEqualTo("good");
  }

  @Test
  void showsBothFundsWithTheirLeverageWithinTheBand() throws Exception {
    Answer answer = get("/api/v4/smart_leverage/{settle}/products", "", Map.of("settle", "usdt"));
    assertThat(answer.text("/0/name")).isEqualTo("BTC_USDT_LONG");
    assertThat(answer.text("/1/name")).isEqualTo("BTC_USDT_SHORT");
    assertThat(answer.text("/0/nav")).isEqualTo("1");
    assertThat(Samples.number(answer.text("/0/leverage")))
        .isBetween(
            Samples.number(answer.text("/0/lower_edge")),
            Samples.number(answer.text("/0/upper_edge")));
  }

  @Test
  void showsOneProductAndSaysThatAnotherIsNotThere() throws Exception {
    String template = "/api/v4/smart_leverage/{settle}/products/{product}";
    assertThat(
            get(template, "", Map.of("settle", "usdt", "product", "BTC_USDT_SHORT")).text("/name"))
        .isEqualTo("BTC_USDT_SHORT");
    Answer answer = get(template, "", Map.of("settle", "usdt", "product", "BTC_USDT_UP"));
    assertThat(answer.status()).isEqualTo(404);
    assertThat(answer.text("/label")).isEqualTo("CONTRACT_NOT_FOUND");
  }

  @Test
  void opensTheBookOfAProductsRebalances() throws Exception {
    String template = "/api/v4/smart_leverage/{settle}/products/{product}/rebalances";
    Map<String, String> product = Map.of("settle", "usdt", "product", "BTC_USDT_LONG");
    assertThat(get(template, "", product).body().write()).isEqualTo("[]");

    new TestTrading(venue).tick("500");
    FundAdvancing.of(venue.environment(Map.of())).advanced("BTC_USDT", line -> {});
    Answer answer = get(template, "", product);
    assertThat(answer.text("/0/kind")).isEqualTo("cut");
    assertThat(answer.text("/0/price")).isEqualTo("500");
    assertThat(Samples.number(answer.text("/0/nav_after")))
        .isEqualByComparingTo(
            Samples.number(answer.text("/0/nav_before"))
                .subtract(Samples.number(answer.text("/0/cost"))));
    assertThat(get(template, "", Map.of("settle", "usdt", "product", "X_USDT_UP")).status())
        .isEqualTo(404);
  }

  private static final String PRODUCT = "/api/v4/smart_leverage/{settle}/products/{product}";
  private static final Map<String, String> LONG =
      Map.of("settle", "usdt", "product", "BTC_USDT_LONG");

  @Test
  void aProductSaysWhatItDidLastAndWhy() throws Exception {
    assertThat(get(PRODUCT, "", LONG).text("/last_action")).isEqualTo("absent");
    new TestTrading(venue).tick("500");
    FundAdvancing.of(venue.environment(Map.of())).advanced("BTC_USDT", line -> {});
    Answer answer = get(PRODUCT, "", LONG);
    assertThat(answer.text("/last_action/kind")).isEqualTo("cut");
    assertThat(answer.text("/last_action/price")).isEqualTo("500");
    assertThat(answer.text("/last_action/reason")).contains("above");
    assertThat(answer.text("/last_action/leverage_after")).isEqualTo(answer.text("/leverage"));
  }

  @Test
  void navOverTimeFollowsFromPricesAndRebalances() throws Exception {
    TestTrading trading = new TestTrading(venue);
    trading.tick("500");
    FundAdvancing.of(venue.environment(Map.of())).advanced("BTC_USDT", line -> {});
    trading.tick("520");
    Answer answer = get(PRODUCT + "/candlesticks", "interval=1m", LONG);
    String now = get(PRODUCT, "", LONG).text("/nav");
    Rebalance cut = venue.markets().rebalances("BTC_USDT_LONG", 1).getFirst();
    assertThat(answer.text("/0/o")).isEqualTo("1");
    assertThat(answer.text("/0/h")).isEqualTo("1");
    assertThat(Samples.number(answer.text("/0/l"))).isEqualByComparingTo(cut.after().nav());
    assertThat(Samples.number(answer.text("/0/c")))
        .isCloseTo(Samples.number(now), Offset.offset(Samples.number("0.00000005")));
    assertThat(answer.text("/1")).isEqualTo("absent");
    assertThat(get(PRODUCT + "/candlesticks", "interval=2m", LONG).status()).isEqualTo(400);
    assertThat(
            get(PRODUCT + "/candlesticks", "", Map.of("settle", "usdt", "product", "X_USDT_LONG"))
                .status())
        .isEqualTo(404);
  }

  private Answer quote(String query) throws Exception {
    return get(
        "/api/v4/smart_leverage/{settle}/products/{product}/quote",
        query,
        Map.of("settle", "usdt", "product", "BTC_USDT_LONG"));
  }

  @Test
  void anOrderOfTheSameTickIsExecutedAsQuoted() throws Exception {
    TestTrading trading = new TestTrading(venue);
    Answer buying = quote("side=buy&amount=100");
    assertThat(buying.text("/cash")).isEqualTo("-100");
    trading.buyUnits(Side.LONG, "100");
    BigDecimal held = trading.state().holding("BTC_USDT_LONG").orElseThrow().units();
    assertThat(held).isEqualByComparingTo(buying.text("/units"));

    Answer selling = quote("side=sell&units=" + held.toPlainString());
    assertThat(selling.text("/side")).isEqualTo("sell");
    assertThat(Samples.number(selling.text("/cash")))
        .isBetween(Samples.number("99"), Samples.number("100"));
    assertThat(Samples.number(selling.text("/unit_price")))
        .isLessThan(Samples.number(buying.text("/unit_price")));
  }

  @Test
  void aQuoteNamesWhatIsMissing() throws Exception {
    assertThat(quote("side=buy").text("/message")).contains("amount");
    assertThat(quote("side=sell&amount=5").text("/message")).contains("units");
    assertThat(quote("amount=5").text("/message")).contains("side");
    new TestTrading(venue).degraded();
    assertThat(quote("side=buy&amount=100").text("/label")).isEqualTo("TOO_BUSY");
  }

  @Test
  void aProductSaysAtWhichPricesItActs() throws Exception {
    Answer product =
        get(
            "/api/v4/smart_leverage/{settle}/products/{product}",
            "",
            Map.of("settle", "usdt", "product", "BTC_USDT_LONG"));
    assertThat(product.text("/policy")).isEqualTo("volatility_target");
    assertThat(Samples.number(product.text("/wipe_price")))
        .isBetween(Samples.number("200"), Samples.number("201"));
    assertThat(Samples.number(product.text("/cut_price")))
        .isBetween(Samples.number("550"), Samples.number("560"));
    assertThat(product.text("/raise_price")).isEqualTo("0");
  }

  @Test
  void saysThatAContractIsNotThere() throws Exception {
    Answer answer =
        get(
            "/api/v4/futures/{settle}/contracts/{contract}",
            "",
            Map.of("settle", "usdt", "contract", "DOGE_USDT"));
    assertThat(answer.status()).isEqualTo(404);
    assertThat(answer.text("/label")).isEqualTo("CONTRACT_NOT_FOUND");
  }

  @Test
  void aNameTooLongForTheStoreIsJustNotThere() throws Exception {
    String name = "A".repeat(3_000);
    assertThat(
            get(
                    "/api/v4/futures/{settle}/contracts/{contract}",
                    "",
                    Map.of("settle", "usdt", "contract", name))
                .status())
        .isEqualTo(404);
    assertThat(
            get(
                    "/api/v4/smart_leverage/{settle}/products/{product}",
                    "",
                    Map.of("settle", "usdt", "product", name + "_LONG"))
                .status())
        .isEqualTo(404);
  }

  @Test
  void tellsTheTimeInMilliseconds() throws Exception {
    Answer answer = get("/api/v4/spot/time", "", Map.of());
    assertThat(answer.text("/server_time")).isEqualTo(Long.toString(TestVenue.NOW.toEpochMilli()));
  }

  @Test
  void servesTheDocumentAsItStandsBesideItsSource() throws Exception {
    Answer answer = get("/api/v4/openapi.json", "", Map.of());
    assertThat(answer.body().write().length()).as("bytes sent").isLessThan(200_000);
    assertThat(new ObjectMapper().readTree(answer.body().write()))
        .isEqualTo(OpenApi.read().document());
    assertThat(venue.counting().take()).as("calls to the store").isEmpty();
  }

  @Test
  void listsMarketsWithoutAScan() throws Exception {
    venue.callAsItIs(function, "list-contracts.json");
    assertThat(venue.counting().take())
        .extracting(Call::kind)
        .containsExactly("query", "batchGetItem");
  }
}
