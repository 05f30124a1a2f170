package venue.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import venue.domain.Samples;
import venue.domain.futures.FuturesOrder;
import venue.domain.futures.Limit;
import venue.domain.futures.TimeInForce;
import venue.domain.resting.FinishedOrder;
import venue.domain.resting.FinishedOrder.End;
import venue.domain.resting.RestingOrder.LimitOrder;
import venue.domain.resting.Trigger;
import venue.function.TestTrading;
import venue.function.TestVenue;

/** The store shows the items of a transaction one after another, to a query too. */
class TornReadTest {
  private final TestVenue venue = new TestVenue();
  private final TestTrading trading = new TestTrading(venue);
  private final OrderStore orders = new OrderStore(venue.counting().client(), TestTables::name);

  @AfterEach
  void close() {
    venue.close();
  }

  private static LimitOrder order(long size, String margin) {
    Limit limit = new Limit(Samples.number("990"), TimeInForce.GTC);
    return new LimitOrder(
        900,
        new FuturesOrder(
            TestTrading.MARKET, size, false, false, Optional.of(limit), Optional.empty()),
        Trigger.of(limit, size, Samples.market().fill().halfSpread()),
        Samples.number(margin),
        1,
        TestVenue.NOW,
        TestVenue.NOW);
  }

  @Test
  void anAmendedOrderFoundAsItWasBesideTheAccountAsItIsIsNotEnded() {
    LimitOrder first = order(10, "1");
    LimitOrder amended = order(1000, "100");
    trading.rest(first);
    AccountState before = trading.state();
    assertThat(orders.amend(amended, before.resting().getFirst(), before)).isTrue();
    AccountState after = trading.state();
    Map<String, Stamp> stamps = new HashMap<>(after.stamps());
    stamps.putAll(before.stamps());
    AccountState torn =
        new AccountState(
            after.account(),
            after.positions(),
            after.holdings(),
            before.resting(),
            after.countdowns(),
            stamps);

    boolean stored =
        orders.end(
            List.of(
                FinishedOrder.unfilled(before.resting().getFirst(), End.CANCELLED, TestVenue.NOW)),
            torn);

    assertThat(stored).isFalse();
    assertThat(trading.state().account().orderMargin()).isEqualByComparingTo("100");
  }
}
