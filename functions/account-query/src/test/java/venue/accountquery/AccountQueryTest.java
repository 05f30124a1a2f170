package venue.accountquery;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import venue.domain.Samples;
import venue.domain.Side;
import venue.domain.futures.FuturesExecution;
import venue.domain.futures.MarketOrder;
import venue.domain.futures.Slot;
import venue.domain.smartleverage.UnitExecution;
import venue.domain.smartleverage.UnitOrder;
import venue.domain.smartleverage.UnitTrade;
import venue.function.TestVenue;
import venue.function.TestVenue.Answer;
import venue.store.Caller;
import venue.store.CountingClient.Call;
import venue.store.Label;
import venue.store.OrderReading;
import venue.store.OrderStore;
import venue.store.TestTables;
import venue.wire.json.Json;
import venue.wire.json.JsonObject;
import venue.wire.json.JsonText;

class AccountQueryTest {
  private static final Caller CALLER = new Caller(Samples.ACCOUNT, "unused");
  private final TestVenue venue = new TestVenue();
  private final AccountQuery function = new AccountQuery(venue.environment(Map.of()));
  private final OrderStore orders = new OrderStore(venue.counting().client(), TestTables::name);

  @AfterEach
  void close() {
    venue.close();
  }

  private void buyTenContracts() {
    OrderReading read = orders.read(CALLER, "BTC_USDT", 0, Optional.empty());
    FuturesExecution execution =
        Samples.done(
            MarketOrder.execute(
                Samples.order("BTC_USDT", 10),
                77,
                Samples.done(
                    read.futuresDesk(
                        Slot.single("BTC_USDT"),
                        2,
                        Samples.nothingOpen(read.state().orElseThrow().account()),
                        TestVenue.NOW))));
    orders.commit(execution, read, Optional.of(new Label("t-mine", 77, "digest", TestVenue.NOW)));
  }

  private void buyUnits() {
    OrderReading read = orders.read(CALLER, "BTC_USDT", 0, Optional.empty());
    UnitExecution execution =
        Samples.done(
            UnitTrade.execute(
                new UnitOrder.Buy("BTC_USDT_LONG", Samples.number("100"), Optional.empty()),
                78,
                Samples.done(
                    read.unitDesk(
                        "BTC_USDT_LONG",
                        Side.LONG,
                        2,
                        Samples.nothingOpen(read.state().orElseThrow().account()),
                        TestVenue.NOW))));
    orders.commit(execution, read, Optional.empty());
  }

  private Answer get(String template, String path, String query, Map<String, String> parameters)
      throws Exception {
    JsonObject.Builder given = JsonObject.builder();
    parameters.forEach(given::put);
    Map<String, Json> replaced =
        Map.of(
            "routeKey", new JsonText("GET " + template),
            "rawPath", new JsonText(path),
            "rawQueryString", new JsonText(query),
            "pathParameters", given.build());
    return venue.call(function, "show-positions.json", replaced);
  }

  private Answer order(String id) throws Exception {
    return get(
        "/api/v4/futures/{settle}/orders/{order_id}",
        "/api/v4/futures/usdt/orders/" + id,
        "",
        Map.of("settle", "usdt", "order_id", id));
  }

  @Test
  void showsNoPositionWhereThereIsNone() throws Exception {
    assertThat(venue.call(function, "show-positions.json").body().write()).isEqualTo("[]");
  }

  @Test
  void showsAnOpenPositionAsGateDoes() throws Exception {
    buyTenContracts();
    Answer answer = venue.call(function, "show-positions.json");
    assertThat(answer.text("/0/size")).isEqualTo("10");
    assertThat(answer.text("/0/contract")).isEqualTo("BTC_USDT");
    assertThat(answer.text("/0/value")).isEqualTo("10");
    assertThat(answer.text("/0/mark_price")).isEqualTo("1000");
    assertThat(answer.text("/0/leverage")).isEqualTo("10");
  }

  @Test
  void sumsUpTheAccount() throws Exception {
    buyTenContracts();
    Answer answer =
        get(
            "/api/v4/futures/{settle}/accounts",
            "/api/v4/futures/usdt/accounts",
            "",
            Map.of("settle", "usdt"));
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.text("/currency")).isEqualTo("USDT");
    assertThat(
            Samples.number(answer.text("/available"))
                .add(Samples.number(answer.text("/position_margin"))))
        .isEqualByComparingTo(answer.text("/total"));
  }

  @Test
  void findsAnOrderByNumberAndByLabel() throws Exception {
    buyTenContracts();
    assertThat(order("77").text("/size")).isEqualTo("10");
    assertThat(order("t-mine").text("/id")).isEqualTo("77");
  }

  @Test
  void saysThatAnOrderIsNotThere() throws Exception {
    Answer answer = order("5");
    assertThat(answer.status()).isEqualTo(404);
    assertThat(answer.text("/label")).isEqualTo("ORDER_NOT_FOUND");
    assertThat(order("%2e%2e").text("/label")).isEqualTo("ORDER_NOT_FOUND");
  }

  @Test
  void listsFinishedOrders() throws Exception {
    buyTenContracts();
    Answer answer =
        get(
            "/api/v4/futures/{settle}/orders",
            "/api/v4/futures/usdt/orders",
            "status=finished&contract=BTC_USDT",
            Map.of("settle", "usdt"));
    assertThat(answer.text("/0/id")).isEqualTo("77");
  }

  @Test
  void showsUnitsWithTheirValue() throws Exception {
    buyUnits();
    Answer answer =
        get(
            "/api/v4/smart_leverage/{settle}/holdings",
            "/api/v4/smart_leverage/usdt/holdings",
            "",
            Map.of("settle", "usdt"));
    assertThat(answer.text("/0/product")).isEqualTo("BTC_USDT_LONG");
    assertThat(answer.text("/0/paid")).isEqualTo("100");
    assertThat(Samples.number(answer.text("/0/value")))
        .isBetween(Samples.number("99.5"), Samples.number("100"));
    assertThat(Samples.number(answer.text("/0/payout")))
        .isBetween(Samples.number("99"), Samples.number(answer.text("/0/value")));
    assertThat(Samples.number(answer.text("/0/result/trading"))).isNegative();
    assertThat(
            Stream.of("market_move", "rebalancing", "trading", "funding", "management_fee")
                .map(part -> Samples.number(answer.text("/0/result/" + part)))
                .reduce(BigDecimal.ZERO, BigDecimal::add))
        .isEqualByComparingTo(answer.text("/0/profit"));
  }

  @Test
  void refusesAnotherSettlementCurrency() throws Exception {
    Answer answer =
        get(
            "/api/v4/futures/{settle}/positions",
            "/api/v4/futures/btc/positions",
            "",
            Map.of("settle", "btc"));
    assertThat(answer.text("/label")).isEqualTo("INVALID_PARAM_VALUE");
    assertThat(answer.text("/message")).contains("settle");
  }

  @Test
  void showsNothingToAWrongSecretAndNeverScans() throws Exception {
    buyTenContracts();
    venue.counting().take();
    assertThat(venue.callWithWrongSecret(function, "show-positions.json").status()).isEqualTo(401);
    venue.call(function, "show-positions.json");
    assertThat(venue.counting().take())
        .extracting(Call::kind)
        .containsExactly("batchGetItem", "batchGetItem", "query", "batchGetItem");
  }
}
