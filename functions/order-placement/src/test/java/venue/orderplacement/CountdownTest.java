package venue.orderplacement;

import static org.assertj.core.api.Assertions.assertThat;
import static venue.orderplacement.Placing.assertRefused;

import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import venue.domain.Samples;
import venue.domain.resting.Countdown;
import venue.domain.resting.FinishedOrder.End;
import venue.function.TestTrading;
import venue.function.TestVenue;
import venue.function.TestVenue.Answer;
import venue.store.CountdownStore;
import venue.store.TestTables;

/** Whoever touches an account ends its countdowns that are over, should their message be late. */
class CountdownTest {
  private final TestVenue venue = new TestVenue();
  private final TestTrading trading = new TestTrading(venue);
  private final Placing client = Placing.at(venue);

  @AfterEach
  void close() {
    venue.close();
  }

  private void countDownTo(Instant deadline) {
    new CountdownStore(venue.counting().client(), TestTables::name)
        .set(Samples.ACCOUNT, new Countdown(Optional.of(TestTrading.MARKET), deadline));
  }

  @Test
  void cancelsWhatRestedBeforeAndNotTheOrderThatComesAfter() throws Exception {
    long before = Long.parseLong(client.limit(100, "990", "gtc").text("/id"));
    countDownTo(TestVenue.NOW);
    Answer after = client.limit(100, "980", "gtc");
    assertThat(after.text("/status")).isEqualTo("open");
    assertThat(trading.ended(before).end()).isEqualTo(End.CANCELLED);
    assertThat(trading.state().countdowns()).isEmpty();

    assertThat(client.cancelOrder(after.text("/id")).status()).isEqualTo(200);
  }

  @Test
  void hasAnOrderThatAPriceHasMetFilledFirst() throws Exception {
    String id = client.limit(100, "990", "gtc").text("/id");
    trading.tick("980");
    trading.tick("1000");
    countDownTo(TestVenue.NOW);
    assertRefused(client.cancelOrder(id), 400, "ORDER_FINISHED", "order_id");
    assertThat(trading.position().size()).isEqualTo(100);
  }

  @Test
  void leavesEverythingWhileItRuns() throws Exception {
    client.limit(100, "990", "gtc");
    countDownTo(TestVenue.NOW.plusMillis(1));
    client.order(1);
    assertThat(trading.state().resting()).hasSize(1);
    assertThat(trading.state().countdowns()).hasSize(1);
  }
}
