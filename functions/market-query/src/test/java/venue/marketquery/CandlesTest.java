package venue.marketquery;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import venue.domain.Samples;
import venue.domain.market.Market;
import venue.domain.market.NextTick;
import venue.domain.market.Tick;
import venue.domain.market.Traded;
import venue.function.TestVenue;
import venue.function.TestVenue.Answer;
import venue.wire.json.JsonArray;

class CandlesTest {
  private static final long START = TestVenue.NOW.getEpochSecond();
  private final TestVenue venue = new TestVenue();
  private final Market market = Samples.market();

  @AfterEach
  void close() {
    venue.close();
  }

  private Tick latest() {
    return venue.markets().page("BTC_USDT").orElseThrow().tick().orElseThrow();
  }

  private void tick(String price, int seconds) {
    tick(price, seconds, "0", 0);
  }

  private void tick(String price, int seconds, String skew, long openInterest) {
    Tick last = latest();
    venue
        .markets()
        .append(
            new NextTick(market, Samples.number(skew), openInterest)
                .good(Optional.of(last), Samples.number(price), last.time().plusSeconds(seconds)));
  }

  private Answer get(String path, String query) throws Exception {
    return new Client(venue, latest().time()).get(path, "contract=BTC_USDT" + query);
  }

  private Answer minutes(String query) throws Exception {
    return get("/candlesticks", "&interval=1m" + query);
  }

  private static List<Long> times(Answer answer) {
    int size = ((JsonArray) answer.body()).elements().size();
    return IntStream.range(0, size)
        .mapToObj(i -> Long.parseLong(answer.text("/" + i + "/t")) - START)
        .toList();
  }

  @Test
  void showsTheClosedMinutesAndTheOneThatRuns() throws Exception {
    tick("1010", 20);
    tick("990", 60);
    tick("995", 5);
    Answer answer = minutes("");
    assertThat(times(answer)).containsExactly(0L, 60L);
    assertThat(answer.body().write())
        .isEqualTo(
            "[{\"t\":%d,\"v\":0,\"c\":\"1010\",\"h\":\"1010\",\"l\":\"1000\",\"o\":\"1000\",\"sum\":\"0\"},"
                    .formatted(START)
                + "{\"t\":%d,\"v\":0,\"c\":\"995\",\"h\":\"995\",\"l\":\"990\",\"o\":\"990\",\"sum\":\"0\"}]"
                    .formatted(START + 60));
  }

  @Test
  void volumesAreInContractsAndInUsdt() throws Exception {
    tick("1010", 20);
    Tick last = latest();
    venue
        .markets()
        .append(
            new NextTick(market, BigDecimal.ZERO, 0, new Traded(300, Samples.number("301.5")))
                .good(Optional.of(last), Samples.number("1000"), last.time().plusSeconds(60)));
    Answer minutes = minutes("");
    assertThat(minutes.text("/0/v")).isEqualTo("0");
    assertThat(minutes.text("/1/v")).isEqualTo("300");
    assertThat(minutes.text("/1/sum")).isEqualTo("301.5");
    Answer ticker = get("/tickers", "");
    assertThat(ticker.text("/0/volume_24h")).isEqualTo("300");
    assertThat(ticker.text("/0/volume_24h_base")).isEqualTo("0.3");
    assertThat(ticker.text("/0/volume_24h_settle")).isEqualTo("301.5");
    assertThat(get("/contracts", "").text("/0/trade_size")).isEqualTo("300");
  }

  @Test
  void aLongerCandleThatRunsHoldsTheMinutesInIt() throws Exception {
    tick("1020", 70);
    tick("980", 70);
    tick("1001", 5);
    Answer hours = get("/candlesticks", "&interval=4h");
    assertThat(times(hours)).containsExactly(0L);
    assertThat(hours.text("/0/h")).isEqualTo("1020");
    assertThat(hours.text("/0/l")).isEqualTo("980");
    assertThat(hours.text("/0/c")).isEqualTo("1001");
    assertThat(get("/candlesticks", "").body())
        .isEqualTo(get("/candlesticks", "&interval=5m").body());
  }

  @ParameterizedTest
  @ValueSource(strings = {"mark_BTC_USDT", "index_BTC_USDT"})
  void markAndIndexPriceAreTheSame(String contract) throws Exception {
    tick("1010", 90);
    Answer of =
        new Client(venue, latest().time()).get("/candlesticks", "interval=1m&contract=" + contract);
    assertThat(of.status()).isEqualTo(200);
    assertThat(of.body()).isEqualTo(minutes("").body());
  }

  @Test
  void aMinuteWithoutAGoodTickHasNoCandle() throws Exception {
    tick("1001", 200);
    assertThat(times(minutes(""))).containsExactly(0L, 180L);
  }

  @Test
  void withoutFromItIsTheLastOnesAndWithItTheFirst() throws Exception {
    for (int i = 1; i <= 5; i++) {
      tick("1000", 60);
    }
    assertThat(times(minutes("&limit=2"))).containsExactly(240L, 300L);
    assertThat(times(minutes("&limit=2&to=" + (START + 130)))).containsExactly(60L, 120L);
    assertThat(times(minutes("&from=" + (START + 61)))).containsExactly(120L, 180L, 240L, 300L);
    assertThat(times(minutes("&limit=2&from=" + (START + 61)))).containsExactly(120L, 180L);
    assertThat(times(minutes("&limit=2&from=" + (START + 60)))).containsExactly(60L, 120L);
    assertThat(times(minutes("&from=" + (START + 60) + "&to=" + (START + 180))))
        .containsExactly(60L, 120L, 180L);
    assertThat(times(minutes("&limit=2&from=0"))).containsExactly(0L, 60L);
    assertThat(times(minutes("&from=" + (START + 301)))).isEmpty();
    assertThat(times(minutes("&to=" + (START - 1)))).isEmpty();
    assertThat(times(minutes("&limit=1&to=9999999999"))).containsExactly(300L);
  }

  @Test
  void aLimitReadsNoMoreThanItsRange() throws Exception {
    tick("1000", 3_000 * 60);
    venue.counting().take();
    minutes("&limit=2000&from=0");
    assertThat(venue.counting().take()).hasSizeLessThanOrEqualTo(5);
  }

  @Test
  void thePremiumIsZeroBecauseMarkAndIndexAreOne() throws Exception {
    tick("1010", 70);
    Answer premium = get("/premium_index", "&interval=1m");
    assertThat(times(premium)).containsExactly(0L, 60L);
    assertThat(premium.text("/0/c")).isEqualTo("0");
  }

  @Test
  void statisticsShowOpenInterestAndPriceAtTheCandlesEnd() throws Exception {
    tick("1010", 20, "5", 40);
    tick("1020", 300, "5", 60);
    Answer stats = get("/contract_stats", "");
    assertThat(stats.text("/0/time")).isEqualTo(Long.toString(START));
    assertThat(stats.text("/0/open_interest")).isEqualTo("40");
    assertThat(Samples.number(stats.text("/0/open_interest_usd"))).isEqualByComparingTo("40.4");
    assertThat(stats.text("/0/mark_price")).isEqualTo("1010");
    assertThat(stats.text("/1/open_interest")).isEqualTo("60");
  }

  @Test
  void aFundingRateIsWhatOneUsdtHeldAtTheEndPaidForTheInterval() throws Exception {
    BigDecimal before = latest().fundingIndex();
    tick("1000", 3600, "20000", 10);
    tick("1000", 6 * 3600, "20000", 10);
    BigDecimal index = latest().fundingIndex();
    assertThat(get("/funding_rate", "").body().write()).isEqualTo("[]");
    tick("1000", 3600, "0", 10);
    tick("1000", 10 * 3600, "0", 10);
    Answer rates = get("/funding_rate", "");
    assertThat(((JsonArray) rates.body()).elements()).hasSize(2);
    assertThat(rates.text("/1/t")).isEqualTo(Long.toString(START + 8 * 3600));
    assertThat(Samples.number(rates.text("/1/r")))
        .isPositive()
        .isEqualByComparingTo(index.subtract(before).movePointLeft(3));
    assertThat(rates.text("/0/t")).isEqualTo(Long.toString(START + 16 * 3600));
    assertThat(times(get("/funding_rate", "&limit=1"))).containsExactly(16 * 3600L);
    assertThat(times(get("/funding_rate", "&to=" + (START + 16 * 3600 - 1))))
        .containsExactly(8 * 3600L);
    assertThat(times(get("/funding_rate", "&from=" + (START + 8 * 3600))))
        .containsExactly(16 * 3600L, 8 * 3600L);
    assertThat(times(get("/funding_rate", "&from=" + (START + 8 * 3600 + 1))))
        .containsExactly(16 * 3600L);
  }

  @Test
  void aTickerShowsTheRangeAndTheChangeOfTheLastDay() throws Exception {
    tick("1500", 1800);
    tick("1100", 1800);
    tick("1250", 12 * 3600);
    tick("1210", 11 * 3600);
    Answer ticker = get("/tickers", "");
    assertThat(ticker.text("/0/high_24h")).isEqualTo("1250");
    assertThat(ticker.text("/0/low_24h")).isEqualTo("1100");
    assertThat(ticker.text("/0/change_percentage")).isEqualTo("10");
    assertThat(ticker.text("/0/volume_24h")).isEqualTo("0");
  }

  @Test
  void beforeTheFirstTickThereIsNoCandle() throws Exception {
    venue.markets().open(Samples.market("NEW_USDT", "5"));
    Client client = new Client(venue, TestVenue.NOW);
    for (String path :
        List.of("/candlesticks", "/premium_index", "/contract_stats", "/funding_rate")) {
      assertThat(client.get(path, "contract=NEW_USDT").body().write()).isEqualTo("[]");
      assertThat(client.get("btc", path, "contract=BTC_USD").body().write()).isEqualTo("[]");
    }
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource(
      delimiter = '|',
      value = {
        "interval=1m|400|MISSING_REQUIRED_PARAM|contract",
        "contract=mark_DOGE_USDT|404|CONTRACT_NOT_FOUND|contract: there is no market DOGE_USDT",
        "contract=BTC_USDT&interval=10s|400|INVALID_PARAM_VALUE|interval should be one of 1m, 5m, 15m, 30m, 1h, 4h, 8h, 1d, 7d",
        "contract=BTC_USDT&limit=2001|400|INVALID_PARAM_VALUE|limit should be a whole number from 1 to 2000",
        "contract=BTC_USDT&from=x|400|INVALID_PARAM_VALUE|from should be a time in whole seconds",
        "contract=BTC_USDT&to=-1|400|INVALID_PARAM_VALUE|to should be a time in whole seconds",
      })
  void saysWhatIsWrong(String query, int status, String label, String message) throws Exception {
    Answer answer = new Client(venue, TestVenue.NOW).get("/candlesticks", query);
    assertThat(answer.status()).isEqualTo(status);
    assertThat(answer.text("/label")).isEqualTo(label);
    assertThat(answer.text("/message")).startsWith(message);
  }
}
