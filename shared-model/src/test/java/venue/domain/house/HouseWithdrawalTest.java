package venue.domain.house;

import static org.assertj.core.api.Assertions.assertThat;
import static venue.domain.Samples.done;
import static venue.domain.Samples.number;
import static venue.domain.Samples.refusal;
import static venue.domain.Samples.refused;

import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;
import venue.domain.Outcome;
import venue.domain.Reason;
import venue.domain.Samples;
import venue.domain.futures.MarketOrder;
import venue.domain.market.Market;
import venue.domain.market.Tick;

/** A house of three shards, of which the first has collected a fee. */
class HouseWithdrawalTest {
  private static final Market MARKET = Samples.market();
  private static final Tick TICK = Samples.tick(MARKET, "1000");

  private static List<HouseShard> shards() {
    HouseShard first =
        done(MarketOrder.execute(Samples.order(MARKET.name(), 1000), 1, Samples.desk())).shard();
    return List.of(HouseShard.empty(MARKET.name(), 1), first, HouseShard.empty(MARKET.name(), 2));
  }

  private static Outcome<HouseFunding> take(BigDecimal fees) {
    return HouseWithdrawal.decide(shards(), fees, 7, TICK.time());
  }

  @Test
  void takesFeesAndLeavesEquityAndInsurance() {
    HouseBooks before = HouseBooks.of(shards());
    assertThat(before.fees()).isPositive();
    HouseFunding taken = done(take(before.fees()));
    HouseBooks after = HouseBooks.of(taken.shards());
    assertThat(after.fees()).isZero();
    assertThat(after.insurance()).isEqualByComparingTo(before.insurance());
    assertThat(after.equity(MARKET.contract(), TICK, List.of()))
        .isEqualByComparingTo(before.equity(MARKET.contract(), TICK, List.of()));
    assertThat(after.external().subtract(before.external())).isEqualByComparingTo(before.fees());
  }

  @Test
  void touchesOnlyTheShardsThatHaveThem() {
    HouseFunding taken = done(take(number("0.01")));
    assertThat(taken.entry().postings()).hasSize(1);
    assertThat(taken.shards().get(0)).isEqualTo(shards().get(0));
    assertThat(taken.shards().get(1).sequence()).isEqualTo(shards().get(1).sequence() + 1);
    assertThat(taken.shards().get(2)).isEqualTo(shards().get(2));
  }

  @Test
  void takesNoMoreThanIsThere() {
    BigDecimal most = HouseBooks.of(shards()).fees();
    Outcome<HouseFunding> more = take(most.add(number("0.000000000001")));
    assertThat(refused(more)).isEqualTo(Reason.INSUFFICIENT_AVAILABLE);
    assertThat(refusal(more).message())
        .contains("fees: at most " + most.stripTrailingZeros().toPlainString());
  }
}
