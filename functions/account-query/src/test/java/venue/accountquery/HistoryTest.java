package venue.accountquery;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import venue.domain.Samples;
import venue.domain.Side;
import venue.domain.account.EntryIds;
import venue.domain.resting.RestingOrder.WaitingOrder;
import venue.function.Advancing;
import venue.function.TestTrading;
import venue.function.TestVenue;
import venue.function.TestVenue.Answer;
import venue.store.CountingClient.Call;
import venue.wire.json.Json;
import venue.wire.json.JsonArray;
import venue.wire.json.JsonText;

class HistoryTest {
  private static final long FIRST = EntryIds.first(TestVenue.NOW);
  private static final long SECOND = EntryIds.first(TestVenue.NOW.plusMillis(10_500));
  private static final long THIRD = EntryIds.first(TestVenue.NOW.plusSeconds(20));
  private final TestVenue venue = new TestVenue();
  private final TestTrading trading = new TestTrading(venue);
  private final AccountQuery function = new AccountQuery(venue.environment(Map.of()));

  @AfterEach
  void close() {
    venue.close();
  }

  private Answer list(String what, String query) throws Exception {
    return get("/api/v4/futures/{settle}/" + what, "/api/v4/futures/usdt/" + what, query);
  }

  private Answer get(String route, String path, String query) throws Exception {
    Map<String, Json> replaced =
        Map.of(
            "routeKey", new JsonText("GET " + route),
            "rawPath", new JsonText(path),
            "rawQueryString", new JsonText(query));
    return venue.call(function, "show-positions.json", replaced);
  }

  private static int size(Answer answer) {
    return ((JsonArray) answer.body()).elements().size();
  }

  private void buysAndTurns() {
    trading.buyAs(FIRST, 100);
    trading.buyAs(SECOND, 50);
    trading.buyAs(THIRD, -200);
  }

  private static String seconds(long id) {
    return Long.toString(EntryIds.time(id).getEpochSecond());
  }

  @Test
  void listsTradesAsGateDoes() throws Exception {
    buysAndTurns();
    Answer answer = list("my_trades", "contract=BTC_USDT");
    assertThat(size(answer)).isEqualTo(3);
    assertThat(answer.text("/0/id")).isEqualTo(Long.toString(THIRD));
    assertThat(answer.body().at("/0/order_id")).contains(new JsonText(Long.toString(THIRD)));
    assertThat(answer.text("/0/size")).isEqualTo("-200");
    assertThat(answer.text("/0/close_size")).isEqualTo("-150");
    assertThat(answer.text("/0/role")).isEqualTo("taker");
    assertThat(answer.text("/0/price")).isEqualTo(trading.filled(THIRD).price().price().toString());
    assertThat(answer.text("/2/close_size")).isEqualTo("0");
    assertThat(list("my_trades", "contract=ETH_USDT").body().write()).isEqualTo("[]");
  }

  @Test
  void turnsThePagesOfTrades() throws Exception {
    buysAndTurns();
    assertThat(list("my_trades", "limit=1&offset=1").text("/0/id"))
        .isEqualTo(Long.toString(SECOND));
    assertThat(size(list("my_trades", "offset=3"))).isZero();
    assertThat(list("my_trades", "last_id=" + SECOND).text("/0/id"))
        .isEqualTo(Long.toString(FIRST));
    assertThat(list("my_trades", "order=99999999999999999").status()).isEqualTo(200);
    Answer ofOrder = list("my_trades", "order=" + SECOND);
    assertThat(size(ofOrder)).isEqualTo(1);
    assertThat(ofOrder.text("/0/size")).isEqualTo("50");
  }

  @Test
  void listsTheTradesOfARangeOfTime() throws Exception {
    buysAndTurns();
    Answer answer =
        list("my_trades_timerange", "from=" + seconds(SECOND) + "&to=" + seconds(SECOND));
    assertThat(size(answer)).isEqualTo(1);
    assertThat(answer.body().at("/0/trade_id")).contains(new JsonText(Long.toString(SECOND)));
    assertThat(size(list("my_trades_timerange", "from=" + seconds(SECOND) + "000"))).isEqualTo(2);
    assertThat(size(list("my_trades_timerange", "role=maker"))).isZero();
    assertThat(size(list("my_trades_timerange", "role=taker"))).isEqualTo(3);
  }

  @Test
  void aLiquidationIsATrade() throws Exception {
    trading.buyAs(FIRST, 5_000);
    trading.tick("890");
    new Advancing(venue.environment(Map.of())).advance(Samples.ACCOUNT);
    Answer answer = list("my_trades", "limit=1");
    assertThat(answer.text("/0/text")).isEqualTo("liquidation");
    assertThat(answer.text("/0/size")).isEqualTo(answer.text("/0/close_size")).startsWith("-");
  }

  @Test
  void listsTheFinishedOrdersOfARangeOfTime() throws Exception {
    buysAndTurns();
    Answer answer = list("orders_timerange", "contract=BTC_USDT&to=" + seconds(SECOND));
    assertThat(size(answer)).isEqualTo(2);
    assertThat(answer.text("/0/id")).isEqualTo(Long.toString(SECOND));
    assertThat(answer.text("/0/finish_as")).isEqualTo("filled");
    assertThat(list("orders_timerange", "limit=1&offset=2").text("/0/id"))
        .isEqualTo(Long.toString(FIRST));
  }

  @Test
  void theAccountBookIsAChainThatEndsAtTheCash() throws Exception {
    buysAndTurns();
    trading.buyUnits(Side.LONG, "100", THIRD + 5);
    trading.tick("1001");
    trading.buyAs(THIRD + 9, 150);

    Answer answer = list("account_book", "");
    assertThat(Samples.number(answer.text("/0/balance")))
        .isEqualByComparingTo(trading.state().account().cash());
    int rows = size(answer);
    for (int i = 0; i < rows; i++) {
      BigDecimal before =
          i + 1 == rows ? BigDecimal.ZERO : Samples.number(answer.text("/" + (i + 1) + "/balance"));
      assertThat(Samples.number(answer.text("/" + i + "/balance")))
          .isEqualByComparingTo(before.add(Samples.number(answer.text("/" + i + "/change"))));
    }
    assertThat(answer.text("/" + (rows - 1) + "/type")).isEqualTo("dnw");
    assertThat(size(list("account_book", "type=dnw"))).isEqualTo(2);
    assertThat(list("account_book", "type=dnw").text("/0/contract")).isEqualTo("BTC_USDT_LONG");
    assertThat(size(list("account_book", "type=fee&contract=BTC_USDT"))).isEqualTo(4);
    assertThat(size(list("account_book", "type=refr"))).isZero();
    assertThat(list("account_book", "offset=1&limit=1").text("/0/id"))
        .isEqualTo(answer.text("/1/id"));
  }

  @Test
  void theAccountBookGoesByNumberWhereIdsAreTurned() throws Exception {
    trading.buyAs(THIRD, 100);
    trading.buyAs(FIRST, 50);
    Answer answer = list("account_book", "limit=1");
    assertThat(answer.text("/0/trade_id")).isEqualTo(Long.toString(FIRST));
    assertThat(Samples.number(answer.text("/0/balance")))
        .isEqualByComparingTo(trading.state().account().cash());
  }

  @Test
  void theAccountBookReadsOnToAnOrderThatWaitedLong() throws Exception {
    for (int i = 0; i < 120; i++) {
      trading.buyAs(FIRST + i, i % 2 == 0 ? 1 : -1);
    }
    trading.buyAs(FIRST - 1, 50);
    Answer answer = list("account_book", "limit=2");
    assertThat(answer.text("/0/trade_id")).isEqualTo(Long.toString(FIRST - 1));
    assertThat(Samples.number(answer.text("/0/balance")))
        .isEqualByComparingTo(trading.state().account().cash());
    assertThat(Samples.number(answer.text("/1/balance")))
        .isEqualByComparingTo(
            Samples.number(answer.text("/0/balance"))
                .subtract(Samples.number(answer.text("/0/change"))));
  }

  @Test
  void listsOrdersThatEndedWithoutAFillButNoPriceOrders() throws Exception {
    trading.buyAs(FIRST, 10);
    trading.rest(TestTrading.stop(FIRST + 1, Samples.closing("BTC_USDT"), "950"));
    trading.rest(new WaitingOrder(FIRST + 2, Samples.reducing("BTC_USDT", -4), 1, TestVenue.NOW));
    trading.close();
    Answer answer = list("orders_timerange", "from=" + seconds(FIRST) + "&to=" + seconds(FIRST));
    assertThat(size(answer)).isEqualTo(2);
    assertThat(answer.text("/0/id")).isEqualTo(Long.toString(FIRST + 2));
    assertThat(answer.text("/0/finish_as")).isEqualTo("position_closed");
    assertThat(answer.text("/1/id")).isEqualTo(Long.toString(FIRST));
  }

  @Test
  void showsWhatAClosedPositionCameTo() throws Exception {
    buysAndTurns();
    trading.buyAs(THIRD + 9, 50);
    Answer answer = list("position_close", "contract=BTC_USDT");
    assertThat(size(answer)).isEqualTo(2);
    assertThat(answer.text("/0/side")).isEqualTo("short");
    assertThat(answer.text("/1/side")).isEqualTo("long");
    assertThat(answer.text("/1/max_size")).isEqualTo("150");
    assertThat(answer.text("/1/accum_size")).isEqualTo("150");
    assertThat(answer.text("/1/first_open_time"))
        .isEqualTo(Long.toString(TestVenue.NOW.getEpochSecond()));
    assertThat(Samples.number(answer.text("/1/pnl")))
        .isEqualByComparingTo(
            Samples.number(answer.text("/1/pnl_pnl"))
                .add(Samples.number(answer.text("/1/pnl_fund")))
                .add(Samples.number(answer.text("/1/pnl_fee"))));
    assertThat(Samples.number(answer.text("/1/long_price")))
        .isGreaterThan(Samples.number(answer.text("/1/short_price")));
    assertThat(size(list("position_close", "side=long"))).isEqualTo(1);
    assertThat(size(list("position_close", "pnl=profit"))).isZero();
    assertThat(size(list("position_close", "pnl=loss"))).isEqualTo(2);
  }

  @Test
  void showsLiquidationsByTimeAndPage() throws Exception {
    trading.buyAs(FIRST, 5_000);
    trading.tick("890");
    new Advancing(venue.environment(Map.of())).advance(Samples.ACCOUNT);
    assertThat(size(list("liquidates", ""))).isEqualTo(1);
    assertThat(size(list("liquidates", "offset=1"))).isZero();
    assertThat(size(list("liquidates", "to=" + (TestVenue.NOW.getEpochSecond() - 1)))).isZero();
    assertThat(list("position_close", "side=long").text("/0/text")).isEqualTo("liquidation");
  }

  @Test
  void showsTheFeesOfAContractAndOfTheWallet() throws Exception {
    assertThat(list("fee", "contract=BTC_USDT").text("/BTC_USDT/taker_fee")).isEqualTo("0.0005");
    assertThat(list("fee", "").text("/BTC_USDT/maker_fee")).isEqualTo("0.0005");
    assertThat(list("fee", "contract=NOPE_USDT").text("/label")).isEqualTo("CONTRACT_NOT_FOUND");
    Answer wallet = get("/api/v4/wallet/fee", "/api/v4/wallet/fee", "currency_pair=BTC_USDT");
    assertThat(wallet.text("/futures_taker_fee")).isEqualTo("0.0005");
    assertThat(wallet.text("/user_id")).isEqualTo(Long.toString(Samples.ACCOUNT));
    assertThat(get("/api/v4/wallet/fee", "/api/v4/wallet/fee", "").text("/futures_maker_fee"))
        .isEqualTo("0.0005");
  }

  @Test
  void refusesWhatIsOutOfBoundsNamingTheFieldAndTheRange() throws Exception {
    refuses("my_trades", "limit=1001", "limit should be a whole number from 1 to 1000");
    refuses("my_trades", "limit=0", "limit should be a whole number from 1 to 1000");
    refuses("account_book", "offset=1001", "offset should be a whole number from 0 to 1000");
    refuses("account_book", "type=gift", "type should be one of dnw, pnl, fee, fund");
    refuses("position_close", "side=up", "side should be one of long, short");
    refuses("orders_timerange", "from=-1", "from should be a time");
    refuses("orders_timerange", "from=1700000001&to=1700000000", "from should not be after to");
    refuses("my_trades", "last_id=-5", "last_id should be an id");
    refuses("my_trades_timerange", "role=both", "role should be one of maker, taker");
  }

  private void refuses(String what, String query, String message) throws Exception {
    Answer answer = list(what, query);
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.text("/label")).isEqualTo("INVALID_PARAM_VALUE");
    assertThat(answer.text("/message")).startsWith(message);
  }

  @Test
  void readsNoMorePagesThanItShows() throws Exception {
    for (int i = 0; i < 240; i++) {
      trading.buyAs(FIRST + i, i % 2 == 0 ? 1 : -1);
    }
    venue.counting().take();
    assertThat(size(list("my_trades", "limit=100"))).isEqualTo(100);
    assertThat(venue.counting().take())
        .extracting(Call::kind)
        .containsExactly("batchGetItem", "query");
    assertThat(size(list("my_trades", "limit=100&offset=130"))).isEqualTo(100);
    assertThat(venue.counting().take())
        .extracting(Call::kind)
        .containsExactly("batchGetItem", "query");
    assertThat(size(list("position_close", "limit=100&contract=BTC_USDT"))).isEqualTo(100);
    assertThat(venue.counting().take())
        .extracting(Call::kind)
        .containsExactly("batchGetItem", "query", "query");
    assertThat(size(list("position_close", "limit=100&contract=NOPE_USDT"))).isZero();
    assertThat(venue.counting().take())
        .extracting(Call::kind)
        .containsExactly("batchGetItem", "query", "query", "query");
  }
}
