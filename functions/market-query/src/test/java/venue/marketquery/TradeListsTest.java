package venue.marketquery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import venue.domain.Samples;
import venue.domain.account.EntryIds;
import venue.domain.account.IdRange;
import venue.domain.futures.Slot;
import venue.domain.history.PublicTrade;
import venue.function.Advancing;
import venue.function.TestTrading;
import venue.function.TestVenue;
import venue.function.TestVenue.Answer;
import venue.store.CountingClient.Call;
import venue.store.PublicTrades;
import venue.store.TestTables;
import venue.wire.json.Json;
import venue.wire.json.JsonArray;
import venue.wire.json.JsonObject;
import venue.wire.json.JsonText;

class TradeListsTest {
  private static final long NOW = EntryIds.first(TestVenue.NOW);
  private final TestVenue venue = new TestVenue();
  private final TestTrading trading = new TestTrading(venue);
  private final MarketQuery function = new MarketQuery(venue.environment(Map.of()));

  @AfterEach
  void close() {
    venue.close();
  }

  private Answer list(String what, String query) throws Exception {
    Map<String, Json> replaced =
        Map.of(
            "routeKey", new JsonText("GET /api/v4/futures/{settle}/" + what),
            "rawQueryString", new JsonText(query),
            "pathParameters", JsonObject.builder().put("settle", "usdt").build());
    return venue.call(function, "list-contracts.json", replaced);
  }

  private static int size(Answer answer) {
    return ((JsonArray) answer.body()).elements().size();
  }

  private void liquidate() {
    trading.buyAs(NOW + 1, 5_000);
    trading.tick("890");
    new Advancing(venue.environment(Map.of())).advance(Samples.ACCOUNT);
  }

  @Test
  void showsWhatWasTradedNewestFirst() throws Exception {
    trading.buyAs(NOW + 3, 100);
    trading.buyAs(NOW + 6, -40);
    trading.buyAs(NOW + 9, 7);
    Answer answer = list("trades", "contract=BTC_USDT");
    assertThat(size(answer)).isEqualTo(3);
    assertThat(answer.text("/0/size")).isEqualTo("7");
    assertThat(answer.text("/1/size")).isEqualTo("-40");
    assertThat(answer.text("/1/id")).isEqualTo(Long.toString(NOW + 6));
    assertThat(answer.text("/1/price"))
        .isEqualTo(trading.filled(NOW + 6).price().price().toString());
    assertThat(answer.text("/1/create_time_ms")).isEqualTo(TestVenue.NOW.getEpochSecond() + ".000");
  }

  @Test
  void doesNotShowWhoTraded() throws Exception {
    trading.buyAs(NOW, 100);
    liquidate();
    String account = Long.toString(Samples.ACCOUNT);
    assertThat(list("trades", "contract=BTC_USDT").body().write()).doesNotContain(account);
    assertThat(list("liq_orders", "contract=BTC_USDT").body().write()).doesNotContain(account);
  }

  @Test
  void anOrderThatWaitedIsATradeOfTheTimeAtWhichItFilled() throws Exception {
    trading.buyAs(EntryIds.first(TestVenue.NOW.minus(Duration.ofDays(30))) + 5, 10);
    Answer answer = list("trades", "contract=BTC_USDT");
    assertThat(answer.text("/0/size")).isEqualTo("10");
    assertThat(answer.text("/0/id")).isEqualTo(Long.toString(NOW + 5));
  }

  @Test
  void turnsPages() throws Exception {
    for (int i = 1; i <= 9; i++) {
      trading.buyAs(NOW + i, i);
    }
    assertThat(list("trades", "contract=BTC_USDT&limit=2&offset=3").text("/0/size")).isEqualTo("6");
    assertThat(size(list("trades", "contract=BTC_USDT&limit=2&offset=3"))).isEqualTo(2);
    Answer before = list("trades", "contract=BTC_USDT&last_id=" + (NOW + 3));
    assertThat(size(before)).isEqualTo(2);
    assertThat(before.text("/0/size")).isEqualTo("2");
  }

  @Test
  void aRangeThatEndsBeforeItBeginsHoldsNothing() throws Exception {
    trading.buyAs(NOW + 3, 100);
    long from = TestVenue.NOW.getEpochSecond();
    long last = EntryIds.first(TestVenue.NOW.minusSeconds(60));
    Answer answer = list("trades", "contract=BTC_USDT&from=" + from + "&last_id=" + last);
    assertThat(answer.status()).isEqualTo(200);
    assertThat(size(answer)).isZero();
  }

  @Test
  void publishesEveryLiquidationAndShowsItAsATrade() throws Exception {
    liquidate();
    Answer answer = list("liq_orders", "contract=BTC_USDT");
    assertThat(size(answer)).isEqualTo(1);
    assertThat(answer.text("/0/size")).isEqualTo("5000");
    assertThat(answer.text("/0/fill_price"))
        .isEqualTo(trading.liquidated().getFirst().fillPrice().toString());
    assertThat(answer.text("/0/left"))
        .isEqualTo(
            Long.toString(trading.state().position(Slot.single("BTC_USDT")).orElseThrow().size()));
    Answer trades = list("trades", "contract=BTC_USDT");
    assertThat(size(trades)).isEqualTo(2);
    assertThat(trades.text("/0/size"))
        .isEqualTo(Long.toString(trading.liquidated().getFirst().closed()));
  }

  @Test
  void endsWhereItIsAskedTo() throws Exception {
    long now = TestVenue.NOW.getEpochSecond();
    trading.buyAs(NOW, 100);
    assertThat(size(list("trades", "contract=BTC_USDT&to=" + now))).isEqualTo(1);
    assertThat(size(list("trades", "contract=BTC_USDT&from=" + now))).isEqualTo(1);
    assertThat(size(list("trades", "contract=BTC_USDT&to=" + (now - 1)))).isZero();
  }

  @Test
  void looksBackSevenDays() {
    trading.buyAs(NOW, 100);
    trading.buyAs(EntryIds.first(TestVenue.NOW.plus(Duration.ofDays(6))), 50);
    assertThat(sizesSeenAfter(6)).containsExactly(50L, 100L);
    assertThat(sizesSeenAfter(7)).containsExactly(50L);
    assertThat(sizesSeenAfter(5)).containsExactly(100L);
    assertThat(sizesSeenAfter(13)).isEmpty();
  }

  private List<Long> sizesSeenAfter(int days) {
    return new PublicTrades(venue.counting().client(), TestTables::name)
        .newest("BTC_USDT", IdRange.ALL, TestVenue.NOW.plus(Duration.ofDays(days)), 10).stream()
            .map(PublicTrade::size)
            .toList();
  }

  @Test
  void readsTheLastDayAtOnceAndFurtherBackOnlyWhereThatIsNotEnough() throws Exception {
    trading.buyAs(NOW, 100);
    venue.counting().take();
    list("trades", "contract=BTC_USDT&limit=1");
    assertThat(venue.counting().take()).extracting(Call::kind).hasSize(1 + 5);
    list("trades", "contract=BTC_USDT");
    assertThat(venue.counting().take()).extracting(Call::kind).hasSize(1 + 7 * 5);
    list("liq_orders", "contract=BTC_USDT");
    assertThat(venue.counting().take())
        .extracting(Call::kind)
        .hasSize(1 + 7)
        .containsOnly("batchGetItem", "query");
  }

  @Test
  void refusesWhatIsMissingUnknownOrOutOfBounds() throws Exception {
    assertThat(list("trades", "").text("/label")).isEqualTo("MISSING_REQUIRED_PARAM");
    assertThat(list("trades", "contract=NOPE_USDT").text("/label")).isEqualTo("CONTRACT_NOT_FOUND");
    assertThat(list("liq_orders", "contract=BTC_USDT&limit=1001").text("/message"))
        .startsWith("limit should be a whole number from 1 to 1000");
  }
}
