package venue.marketquery;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import venue.domain.Samples;
import venue.function.TestTrading;
import venue.function.TestVenue;
import venue.function.TestVenue.Answer;
import venue.wire.json.JsonArray;

class OrderBooksTest {
  private static final String CONTRACT = "contract=BTC_USDT";
  private final TestVenue venue = new TestVenue();
  private final Client client = new Client(venue, TestVenue.NOW);

  @AfterEach
  void close() {
    venue.close();
  }

  private Answer book(String query) throws Exception {
    return client.get("/order_book", query);
  }

  private static int size(Answer answer, String side) {
    return ((JsonArray) answer.body().at(side).orElseThrow()).elements().size();
  }

  @Test
  void showsTenLevelsASideWithTheTickersPricesFirst() throws Exception {
    Answer book = book("contract=BTC_USDT");
    Answer ticker = client.get("/tickers", "contract=BTC_USDT");
    assertThat(size(book, "/asks")).isEqualTo(10);
    assertThat(size(book, "/bids")).isEqualTo(10);
    assertThat(book.text("/asks/0/p")).isEqualTo(ticker.text("/0/lowest_ask"));
    assertThat(book.text("/bids/0/p")).isEqualTo(ticker.text("/0/highest_bid"));
    assertThat(book.text("/asks/1/p")).isEqualTo("1000.12");
    assertThat(book.text("/id")).isEqualTo("absent");
    assertThat(new BigDecimal(book.text("/current")).longValue())
        .isEqualTo(TestVenue.NOW.getEpochSecond());
  }

  @Test
  void carriesTheTicksSequenceIfAskedTo() throws Exception {
    new TestTrading(venue).tick("1000");
    assertThat(book("contract=BTC_USDT&with_id=true").text("/id")).isEqualTo("2");
  }

  @Test
  void joinsLevelsByAnIntervalAgainstTheTrader() throws Exception {
    Answer book = book("contract=BTC_USDT&interval=1&limit=2");
    assertThat(book.text("/asks/0/p")).isEqualTo("1001");
    assertThat(book.text("/asks/1/p")).isEqualTo("1002");
    assertThat(book.text("/bids/0/p")).isEqualTo("999");
    assertThat(size(book, "/asks")).isEqualTo(2);
  }

  @Test
  void isEmptyWhileNothingFills() throws Exception {
    Answer stale = new Client(venue, TestVenue.NOW.plusSeconds(11)).get("/order_book", CONTRACT);
    assertThat(size(stale, "/asks")).isZero();
    assertThat(size(stale, "/bids")).isZero();
    new TestTrading(venue).degraded();
    assertThat(size(book(CONTRACT), "/asks")).isZero();
  }

  @Test
  void isEmptyBeforeTheFirstTick() throws Exception {
    venue.markets().open(Samples.market("NEW_USDT", "5"));
    Answer book = book("contract=NEW_USDT");
    assertThat(book.status()).isEqualTo(200);
    assertThat(size(book, "/asks")).isZero();
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource({
    "'', 400, MISSING_REQUIRED_PARAM, contract",
    "contract=DOGE_USDT, 404, CONTRACT_NOT_FOUND, contract",
    "contract=BTC_USDT&limit=301, 400, INVALID_PARAM_VALUE, limit should be a whole number from 1 to 300",
    "contract=BTC_USDT&limit=0, 400, INVALID_PARAM_VALUE, limit",
    "contract=BTC_USDT&interval=0.015, 400, INVALID_PARAM_VALUE, interval should be 0 or a multiple of the price step 0.01",
    "contract=BTC_USDT&interval=-1, 400, INVALID_PARAM_VALUE, interval",
    "contract=BTC_USDT&with_id=maybe, 400, INVALID_PARAM_VALUE, with_id",
  })
  void saysWhatIsWrong(String query, int status, String label, String message) throws Exception {
    Answer answer = book(query);
    assertThat(answer.status()).isEqualTo(status);
    assertThat(answer.text("/label")).isEqualTo(label);
    assertThat(answer.text("/message")).startsWith(message);
  }
}
