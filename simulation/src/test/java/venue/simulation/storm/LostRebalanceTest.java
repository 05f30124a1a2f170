package venue.simulation.storm;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import venue.domain.smartleverage.Rebalance;
import venue.simulation.fault.Calls;
import venue.simulation.fault.Coverage;
import venue.simulation.fault.Fate;
import venue.simulation.fault.Fault;
import venue.simulation.fault.Moment;
import venue.simulation.fault.Plan;

class LostRebalanceTest {
  private static final String MARKET = "BTC_USDT";
  private final SimulatedVenue venue =
      new SimulatedVenue(new Setting(1, 5, 1, 1, 1), new Coverage());

  @AfterEach
  void close() {
    venue.close();
  }

  private void tick(String price) {
    venue.pass(Duration.ofSeconds(5));
    venue.prices.put(MARKET, new BigDecimal(price), venue.now());
    venue.schedule(Function.TICKS);
  }

  private long latest() {
    return venue.stores.markets.page(MARKET).orElseThrow().tick().orElseThrow().sequence();
  }

  /** Conflicts at so many transactions, then none. */
  private static Plan conflicts(int times) {
    int[] left = {times};
    return (site, number) ->
        site.kind().equals(Calls.TRANSACT) && left[0]-- > 0
            ? new Fate.Failed(Fault.CONFLICT, Moment.BEFORE)
            : new Fate.Answered();
  }

  @Test
  void aTickWaitsForTheRebalanceThatAConflictPutOff() {
    tick("500");
    tick("500");
    long fallen = latest();
    venue.invocations.follow(conflicts(1));
    tick("500");

    assertThat(latest()).isEqualTo(fallen + 1);
    assertThat(venue.stores.markets.rebalances(MARKET + "_LONG", 1))
        .singleElement()
        .returns(fallen, Rebalance::tick)
        .returns(Rebalance.Kind.CUT, Rebalance::kind);
  }

  @Test
  void noTickComesWhileTheRebalanceBeforeItCannotBeStored() {
    tick("500");
    tick("500");
    long fallen = latest();
    venue.invocations.follow(conflicts(Integer.MAX_VALUE));
    tick("500");
    assertThat(latest()).isEqualTo(fallen);

    venue.invocations.follow(Plan.CALM);
    tick("500");
    assertThat(latest()).isEqualTo(fallen + 1);
    assertThat(venue.stores.markets.rebalances(MARKET + "_LONG", 1))
        .singleElement()
        .returns(fallen, Rebalance::tick);
  }
}
