package venue.orderplacement;

import static org.assertj.core.api.Assertions.assertThat;
import static venue.orderplacement.Placing.assertRefused;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import venue.domain.Samples;
import venue.domain.market.OrderBook;
import venue.domain.market.OrderBook.Level;
import venue.function.TestTrading;
import venue.function.TestVenue;
import venue.function.TestVenue.Answer;

/** Orders at the price of a level of the book, in a market at 1000. */
class BookOrdersTest {
  private final TestVenue venue = new TestVenue();
  private final TestTrading trading = new TestTrading(venue);
  private final Placing client = Placing.at(venue);

  @AfterEach
  void close() {
    venue.close();
  }

  private Answer place(String fields) throws Exception {
    return client.send(
        "POST /bbo_orders", Map.of(), "", "{\"contract\":\"BTC_USDT\"," + fields + "}");
  }

  private OrderBook book() {
    return OrderBook.of(
        Samples.market(),
        trading.page().tick().orElseThrow(),
        Samples.market().contract().priceStep(),
        20,
        TestVenue.NOW);
  }

  private static String price(List<Level> side, int level) {
    return side.get(level - 1).price().toPlainString();
  }

  @Test
  void aPurchaseAtTheBestAskFillsAtOnce() throws Exception {
    Answer filled = place("\"size\":1,\"direction\":\"buy\",\"level\":1,\"tif\":\"ioc\"");
    assertThat(filled.status()).isEqualTo(201);
    assertThat(filled.text("/finish_as")).isEqualTo("filled");
    assertThat(filled.text("/price")).isEqualTo(price(book().asks(), 1));
    assertThat(trading.position().size()).isEqualTo(1);
  }

  @Test
  void aPurchaseAtABidRestsAtThatLevelsPrice() throws Exception {
    Answer rests = place("\"size\":5,\"direction\":\"sell\",\"level\":3");
    assertThat(rests.text("/status")).isEqualTo("open");
    assertThat(rests.text("/price")).isEqualTo(price(book().bids(), 3));
    assertThat(rests.text("/tif")).isEqualTo("gtc");
    assertThat(trading.state().resting()).hasSize(1);
  }

  @Test
  void aPositionIsClosedAtTheBestBid() throws Exception {
    trading.buy(1);
    Answer closed =
        place("\"size\":0,\"close\":true,\"direction\":\"sell\",\"level\":1,\"tif\":\"ioc\"");
    assertThat(closed.text("/finish_as")).isEqualTo("filled");
    assertThat(trading.position().isFlat()).isTrue();
  }

  @Test
  void theSameLabelAndBodyAgainIsTheFirstEvenIfTheBookHasMoved() throws Exception {
    String labelled = "\"size\":5,\"direction\":\"sell\",\"level\":2,\"text\":\"t-best\"";
    Answer first = place(labelled);
    trading.tick("1001");
    assertThat(place(labelled)).isEqualTo(first);
    assertThat(trading.state().resting()).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"size\":1,\"level\":1 | MISSING_REQUIRED_PARAM | direction",
        "\"size\":1,\"direction\":\"up\",\"level\":1 | INVALID_PARAM_VALUE | direction",
        "\"size\":1,\"direction\":\"buy\",\"level\":21 | INVALID_PARAM_VALUE | from 1 to 20",
        "\"direction\":\"buy\",\"level\":1 | MISSING_REQUIRED_PARAM | size",
        "\"size\":1,\"direction\":\"buy\",\"tif\":\"day\" | INVALID_PARAM_VALUE | tif",
        "\"size\":1,\"direction\":\"buy\",\"text\":\"mine\" | INVALID_PARAM_VALUE | text"
      })
  void whatIsWrongIsRefused(String fields, String label, String field) throws Exception {
    assertRefused(place(fields), 400, label, field);
    assertThat(trading.state().resting()).isEmpty();
  }

  @Test
  void whereNothingFillsThereIsNoBook() throws Exception {
    trading.degraded();
    assertRefused(
        place("\"size\":1,\"direction\":\"buy\",\"level\":1"), 503, "TOO_BUSY", "no fresh price");
  }
}
