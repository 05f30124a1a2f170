package venue.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static venue.function.TestTrading.MARKET;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.TransactionConflictException;
import venue.domain.Samples;
import venue.domain.resting.Countdown;
import venue.domain.resting.FinishedOrder;
import venue.function.TestTrading;
import venue.function.TestVenue;

class CountdownStoreTest {
  private static final Countdown FIRST = new Countdown(Optional.of(MARKET), TestVenue.NOW);
  private static final Countdown AGAIN =
      new Countdown(Optional.of(MARKET), TestVenue.NOW.plusMillis(1));
  private final TestVenue venue = new TestVenue();
  private final TestTrading trading = new TestTrading(venue);
  private final CountdownStore store =
      new CountdownStore(venue.counting().client(), TestTables::name);

  @AfterEach
  void close() {
    venue.close();
  }

  private boolean end(AccountState read) {
    List<FinishedOrder> cancelled =
        FinishedOrder.cancelled(read.resting(), order -> true, TestVenue.NOW);
    return store.end(FIRST, cancelled, read);
  }

  @Test
  void whatIsSetAgainWhileItEndsDoesNotEnd() {
    trading.rest(TestTrading.bid(9, MARKET));
    store.set(Samples.ACCOUNT, FIRST);
    AccountState read = trading.state();
    store.set(Samples.ACCOUNT, AGAIN);

    assertThat(end(read)).isFalse();

    assertThat(trading.state().resting()).hasSize(1);
    assertThat(trading.state().countdowns()).containsExactly(AGAIN);
  }

  private CountdownStore whileATransactionHoldsIt(String call, int times) {
    return new CountdownStore(
        InterruptedClient.around(
            venue.counting().client(),
            call,
            coming -> {
              if (coming <= times) {
                throw TransactionConflictException.builder().build();
              }
            }),
        TestTables::name);
  }

  @Test
  void isSetAndTakenAwayThoughATransactionHoldsItForAMoment() {
    whileATransactionHoldsIt("putItem", 3).set(Samples.ACCOUNT, FIRST);
    assertThat(trading.state().countdowns()).containsExactly(FIRST);
    whileATransactionHoldsIt("deleteItem", 3).clear(Samples.ACCOUNT, Optional.of(MARKET));
    assertThat(trading.state().countdowns()).isEmpty();
    assertThatThrownBy(() -> whileATransactionHoldsIt("putItem", 100).set(Samples.ACCOUNT, FIRST))
        .isInstanceOf(TransactionConflictException.class);
  }

  @Test
  void endsOnceAndOnlyAsTheAccountWasRead() {
    store.set(Samples.ACCOUNT, FIRST);
    AccountState before = trading.state();
    trading.rest(TestTrading.bid(9, MARKET));
    assertThat(end(before)).isFalse();

    AccountState read = trading.state();
    assertThat(end(read)).isTrue();
    assertThat(end(read)).isFalse();
    assertThat(trading.state().resting()).isEmpty();
    assertThat(trading.state().account().orderMargin()).isZero();
  }

  @Test
  void marketsAndAllOfThemHaveCountdownsOfTheirOwn() {
    Countdown all = new Countdown(Optional.empty(), TestVenue.NOW);
    store.set(Samples.ACCOUNT, FIRST);
    store.set(Samples.ACCOUNT, all);
    assertThat(trading.state().countdowns()).containsExactlyInAnyOrder(FIRST, all);
    store.clear(Samples.ACCOUNT, Optional.of(MARKET));
    assertThat(trading.state().countdowns()).containsExactly(all);
  }
}
