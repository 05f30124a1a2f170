package venue.store;

import static org.assertj.core.api.Assertions.assertThat;
import static venue.domain.Samples.number;

import java.math.BigDecimal;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import venue.domain.Side;
import venue.domain.futures.Deleverage;
import venue.domain.futures.DeleverageFill.Place;
import venue.domain.futures.FuturesDesk;
import venue.domain.futures.Slot;
import venue.domain.house.Deficit;
import venue.domain.house.HouseShard;
import venue.domain.market.Market;
import venue.domain.market.Tick;
import venue.function.TestCrowd;
import venue.function.TestVenue;

class DeleverageStoreTest {
  private static final long FIRST = 20_000_001;
  private static final long SECOND = 20_000_002;
  private final TestVenue venue = new TestVenue();
  private final TestCrowd crowd = new TestCrowd(venue, "1000", "0");
  private final DeleverageStore store =
      new DeleverageStore(venue.counting().client(), TestTables::name);
  private final Market market = venue.markets().page(TestCrowd.MARKET).orElseThrow().market();

  @AfterEach
  void close() {
    venue.close();
  }

  private boolean close(AccountState state, Tick tick, long step, int shard) {
    HouseShard own =
        new HouseStore(venue.counting().client(), TestTables::name)
            .shards(TestCrowd.MARKET, 2)
            .get(shard);
    FuturesDesk desk =
        new FuturesDesk(
            state.account(),
            state.position(Slot.single(TestCrowd.MARKET)).orElseThrow(),
            own,
            2,
            market,
            tick,
            tick.time());
    Deficit deficit = new Deficit(Side.LONG, number("2"), number("1"), number("2"), 500);
    Place place = new Place(step, 1, BigDecimal.ONE);
    return store.commit(
        Deleverage.of(9_000 + step, deficit, Math.abs(desk.position().size()), place, desk),
        state,
        market,
        tick);
  }

  @Test
  void ofTwoClosingsDecidedOnTheSameBooksOneIsStored() {
    for (long account : new long[] {FIRST, SECOND}) {
      crowd.join(account, "1000");
      crowd.buy(account, 1000);
    }
    Tick tick = crowd.tick("1100");
    long next = store.step(TestCrowd.MARKET) + 1;
    assertThat(close(crowd.state(FIRST), tick, next, 0)).isTrue();
    assertThat(close(crowd.state(SECOND), tick, next, 1)).isFalse();
    assertThat(crowd.position(SECOND).size()).isEqualTo(1000);
    assertThat(store.step(TestCrowd.MARKET)).isEqualTo(1);
    assertThat(close(crowd.state(SECOND), tick, 2, 1)).isTrue();
    assertThat(close(crowd.state(FIRST), tick, 2, 0)).isFalse();
  }

  @Test
  void handsOverAllPositionsOfASideWhateverTheirTier() {
    crowd.join(FIRST, "100000");
    crowd.leverage(FIRST, 10, false);
    crowd.buy(FIRST, 90_000);
    crowd.join(SECOND, "300000");
    crowd.leverage(SECOND, 10, false);
    crowd.buy(SECOND, 200_000);
    crowd.join(30_000_003, "1000");
    crowd.buy(30_000_003, -1000);
    Map<Long, Long> sizes = new TreeMap<>();
    store.each(
        market.contract(),
        Side.LONG,
        (account, held) -> sizes.put(account, held.size()),
        account -> {
          throw new AssertionError(account + " is unreadable");
        });
    assertThat(sizes).containsExactly(Map.entry(FIRST, 90_000L), Map.entry(SECOND, 200_000L));
  }
}
