package venue.orderplacement;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.function.IntConsumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.dynamodb.model.TransactionInProgressException;
import venue.domain.resting.RestingOrder;
import venue.function.TestTrading;
import venue.function.TestVenue;
import venue.function.TestVenue.Answer;

class BatchFailureTest {
  private static final String BIDS =
      """
      [{"contract":"BTC_USDT","size":1,"price":"990","text":"t-1"},
       {"contract":"BTC_USDT","size":2,"price":"990","text":"t-2"},
       {"contract":"BTC_USDT","size":3,"price":"990","text":"t-3"}]
      """;

  private final TestVenue venue = new TestVenue();
  private final TestTrading trading = new TestTrading(venue);

  @AfterEach
  void close() {
    venue.close();
  }

  private static IntConsumer failingAt(int transaction) {
    return coming -> {
      if (coming == transaction) {
        throw SdkClientException.create("the store does not answer");
      }
    };
  }

  @Test
  void aBatchThatTheStoreFailsSaysWhatWasDoneAndWhatWasNot() throws Exception {
    Answer placed = Placing.interrupted(venue, failingAt(2)).batch("batch_orders", BIDS);
    assertThat(placed.status()).isEqualTo(200);
    assertThat(placed.text("/0/succeeded")).isEqualTo("true");
    assertThat(placed.text("/1/succeeded")).isEqualTo("false");
    assertThat(placed.text("/1/label")).isEqualTo("INTERNAL");
    assertThat(placed.text("/2/label")).isEqualTo("TOO_BUSY");
    assertThat(placed.text("/2/detail")).contains("not attempted");
    assertThat(trading.state().resting())
        .extracting(RestingOrder::id)
        .containsExactly(Long.parseLong(placed.text("/0/id")));
    assertThat(venue.context().lines())
        .singleElement()
        .asString()
        .contains("SdkClientException")
        .doesNotContain("t-2");
  }

  @Test
  void aBatchThatTheStoreFailsAtOnceIsAFailure() throws Exception {
    Answer placed = Placing.interrupted(venue, failingAt(1)).batch("batch_orders", BIDS);
    assertThat(placed.status()).isEqualTo(500);
    assertThat(placed.text("/label")).isEqualTo("INTERNAL");
    assertThat(trading.state().resting()).isEmpty();
  }

  @Test
  void anOrderOfWhichTheStoreDoesNotSayWhetherItIsDoneIsNotTriedAgain() throws Exception {
    Placing uncertain =
        Placing.interrupted(
            venue,
            coming -> {
              throw TransactionInProgressException.builder().build();
            });
    assertThat(uncertain.order(10).text("/label")).isEqualTo("INTERNAL");
    assertThat(venue.context().lines()).singleElement().asString().contains("InProgress");
  }

  @Test
  void sentAgainItPlacesTheRestAndNothingTwice() throws Exception {
    String first =
        Placing.interrupted(venue, failingAt(2)).batch("batch_orders", BIDS).text("/0/id");
    Answer again = Placing.at(venue).batch("batch_orders", BIDS);
    assertThat(again.text("/0/id")).isEqualTo(first);
    assertThat(again.text("/2/succeeded")).isEqualTo("true");
    assertThat(trading.state().resting()).hasSize(3);
  }

  @Test
  void aBatchOfCancellationsDoesTheSame() throws Exception {
    Placing.at(venue).batch("batch_orders", BIDS);
    String ids = "[\"t-1\",\"t-2\",\"t-3\"]";
    Answer cancelled = Placing.interrupted(venue, failingAt(2)).batch("batch_cancel_orders", ids);
    assertThat(cancelled.text("/0/succeeded")).isEqualTo("true");
    assertThat(cancelled.text("/1/message")).startsWith("INTERNAL: ");
    assertThat(cancelled.text("/2/message")).startsWith("TOO_BUSY: ");
    assertThat(trading.state().resting()).hasSize(2);
    Answer again = Placing.at(venue).batch("batch_cancel_orders", ids);
    assertThat(again.text("/0/message")).startsWith("ORDER_FINISHED: ");
    assertThat(again.text("/2/succeeded")).isEqualTo("true");
    assertThat(trading.state().resting()).isEmpty();
  }
}
