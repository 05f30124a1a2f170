package venue.countdowncancel;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static venue.function.TestTrading.MARKET;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import venue.domain.Samples;
import venue.domain.resting.FinishedOrder.End;
import venue.domain.resting.RestingOrder;
import venue.function.TestTrading;
import venue.function.TestVenue;
import venue.function.TestVenue.Answer;
import venue.wire.Events;

/** Of an account with 10,000 USDT, in a market at 1000. */
class CountdownCancelTest {
  private static final String NONE_FAILED = "{\"batchItemFailures\":[]}";
  private final TestVenue venue = new TestVenue();
  private final TestTrading trading = new TestTrading(venue);
  private final ClientAndQueue client = new ClientAndQueue(venue);

  @AfterEach
  void close() {
    venue.close();
  }

  private void bid(long id, String market) {
    trading.rest(TestTrading.bid(id, market));
  }

  private List<Long> resting() {
    return trading.state().resting().stream().map(RestingOrder::id).toList();
  }

  private static String after(int seconds) {
    return Long.toString(TestVenue.NOW.plusSeconds(seconds).toEpochMilli());
  }

  @Test
  void cancelsWhatRestsOnceWhenNobodySetItAgain() throws Exception {
    bid(9, MARKET);
    Answer set = venue.call(client.function(), "set-countdown.json");
    assertThat(set.status()).isEqualTo(200);
    assertThat(set.body().write()).isEqualTo("{\"triggerTime\":" + after(30) + "}");
    assertThat(client.delay()).isEqualTo(Duration.ofSeconds(30));

    client.pass(30);
    try (var event = Events.open("countdown-over.json")) {
      String over = new String(event.readAllBytes(), UTF_8);
      assertThat(client.call(over)).isEqualTo(NONE_FAILED);
      assertThat(resting()).isEmpty();
      assertThat(trading.ended(9).end()).isEqualTo(End.CANCELLED);
      assertThat(trading.state().account().orderMargin()).isZero();
      assertThat(trading.state().countdowns()).isEmpty();

      bid(10, MARKET);
      assertThat(client.call(over)).isEqualTo(NONE_FAILED);
      assertThat(resting()).containsExactly(10L);
    }
  }

  @Test
  void setAgainItRunsAnew() throws Exception {
    bid(9, MARKET);
    client.set(30);
    client.pass(20);
    assertThat(client.set(30).text("/triggerTime")).isEqualTo(after(50));

    client.pass(10);
    assertThat(client.deliver()).isEqualTo(NONE_FAILED);
    assertThat(resting()).containsExactly(9L);

    client.pass(20);
    assertThat(client.deliver()).isEqualTo(NONE_FAILED);
    assertThat(resting()).isEmpty();
  }

  @Test
  void whatAPriceHasMetBeforeFillsAndIsNotCancelled() throws Exception {
    bid(9, MARKET);
    client.set(30);
    trading.tick("980");
    trading.tick("1000");
    client.pass(30);
    client.deliver();
    assertThat(trading.ended(9).end()).isEqualTo(End.SUCCEEDED);
    assertThat(trading.position().size()).isEqualTo(10);
  }

  @Test
  void leavesOtherMarketsAndPriceOrdersAloneAndWithoutAContractMeansAllMarkets() throws Exception {
    venue.openMarket(Samples.market("ETH_USDT", "1000"));
    trading.buy(10);
    trading.rest(TestTrading.stop(8, Samples.closing(MARKET), "950"));
    bid(9, MARKET);
    bid(10, "ETH_USDT");
    client.set(30);
    client.set("{\"timeout\":40}");

    client.pass(30);
    client.deliver();
    assertThat(resting()).containsExactly(8L, 10L);
    client.pass(10);
    client.deliver();
    assertThat(resting()).containsExactly(8L);
  }

  @Test
  void isTakenAwayByATimeoutOfZero() throws Exception {
    bid(9, MARKET);
    client.set(30);
    assertThat(client.set(0).text("/triggerTime")).isEqualTo("0");
    client.pass(30);
    client.deliver();
    assertThat(resting()).containsExactly(9L);
    assertThat(client.waiting()).isZero();
  }

  @Test
  void aLongOneIsSentOnUntilItIsOver() throws Exception {
    bid(9, MARKET);
    client.set(1000);
    assertThat(client.delay()).isEqualTo(Duration.ofMinutes(15));
    client.pass(900);
    client.deliver();
    assertThat(resting()).containsExactly(9L);
    assertThat(client.delay()).isEqualTo(Duration.ofSeconds(100));
    client.pass(100);
    client.deliver();
    assertThat(resting()).isEmpty();
  }

  @Test
  void aLongOneThatWasSetAgainIsNotSentOn() throws Exception {
    client.set(1000);
    client.pass(10);
    client.set(1000);
    client.deliver();
    assertThat(client.waiting()).isEqualTo(1);
  }

  @Test
  void aRequestThatFailsHalfwayLeavesTheCountdownThatWasSetBefore() throws Exception {
    bid(9, MARKET);
    client.set(30);
    client.pass(20);
    client.onceSent(
        () -> {
          throw new IllegalStateException("the process is gone");
        });
    assertThat(client.set(30).status()).isEqualTo(500);
    client.onceSent(() -> {});

    client.pass(10);
    client.deliver();
    assertThat(resting()).isEmpty();
    client.pass(20);
    assertThat(client.deliver()).isEqualTo(NONE_FAILED);
  }

  @Test
  void aMessageThatCameBeforeTheCountdownWasStoredIsSentAgain() throws Exception {
    bid(9, MARKET);
    client.onceSent(() -> deliveredTooSoon());
    assertThat(client.set(5).status()).isEqualTo(200);
    assertThat(resting()).containsExactly(9L);
    client.deliver();
    assertThat(resting()).isEmpty();
  }

  private void deliveredTooSoon() {
    client.onceSent(() -> {});
    client.pass(6);
    try {
      client.deliver();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void whatIsOverCannotBeSetAgainAsIfItWereNot() throws Exception {
    bid(9, MARKET);
    client.set(30);
    client.pass(31);
    assertThat(client.set(30).status()).isEqualTo(200);
    assertThat(trading.ended(9).end()).isEqualTo(End.CANCELLED);
    assertThat(trading.state().countdowns())
        .singleElement()
        .matches(left -> left.deadline().equals(TestVenue.NOW.plusSeconds(61)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{} | 400 | MISSING_REQUIRED_PARAM | timeout",
        "{\"timeout\":4} | 400 | INVALID_PARAM_VALUE | timeout should be 0",
        "{\"timeout\":-1} | 400 | INVALID_PARAM_VALUE | timeout should be 0",
        "{\"timeout\":86401} | 400 | INVALID_PARAM_VALUE | 86400",
        "{\"timeout\":\"soon\"} | 400 | INVALID_PARAM_VALUE | timeout should be a whole number",
        "{\"timeout\":30,\"contract\":\"NO_USDT\"} | 404 | CONTRACT_NOT_FOUND | contract",
        "[] | 400 | INVALID_REQUEST_BODY | JSON object"
      })
  void whatIsWrongIsRefusedAndNothingIsStoredOrSent(
      String body, int status, String label, String field) throws Exception {
    Answer answer = client.set(body);
    assertThat(answer.status()).isEqualTo(status);
    assertThat(answer.text("/label")).isEqualTo(label);
    assertThat(answer.text("/message")).contains(field);
    assertThat(trading.state().countdowns()).isEmpty();
    assertThat(client.waiting()).isZero();
  }

  @Test
  void whoDoesNotSignSetsNothing() throws Exception {
    Answer answer = venue.callWithWrongSecret(client.function(), "set-countdown.json");
    assertThat(answer.text("/label")).isEqualTo("INVALID_SIGNATURE");
    assertThat(trading.state().countdowns()).isEmpty();
  }
}
