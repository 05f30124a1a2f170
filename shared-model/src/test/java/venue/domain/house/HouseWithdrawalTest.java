package venue.domain.house;

import static org.assertj.core.api.Assertions.assertThat;
import static venue.domain.Samples.done;
import static venue.domain.Samples.number;
import static venue.domain.Samples.refusal;
import static venue.domain.Samples.refused;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import venue.domain.Outcome;
import venue.domain.Reason;
import venue.domain.Samples;
import venue.domain.futures.FuturesDesk;
import venue.domain.futures.MarketOrder;
import venue.domain.market.Market;
import venue.domain.market.Tick;

/** A house of two shards with 1,000,000 USDT between them, at 1000, with a reserve of 20 %. */
class HouseWithdrawalTest {
  private static final Market MARKET = Samples.market();
  private static final Tick TICK = Samples.tick(MARKET, "1000");

  /** Users have bought 1 base of the first shard. */
  private static List<HouseShard> sold() {
    FuturesDesk desk = Samples.desk();
    HouseShard first =
        done(MarketOrder.execute(Samples.order(MARKET.name(), 1000), 1, desk)).shard();
    return List.of(first, HouseShard.empty(MARKET.name(), 1));
  }

  private static Outcome<HouseFunding> take(
      List<HouseShard> shards, Optional<Tick> tick, Instant now, String house, String fees) {
    return new HouseWithdrawal(MARKET, tick, List.of(), now)
        .decide(shards, number(house), number(fees), 7);
  }

  private static Outcome<HouseFunding> take(List<HouseShard> shards, String house, String fees) {
    return take(shards, Optional.of(TICK), TICK.time(), house, fees);
  }

  private static BigDecimal equity(List<HouseShard> shards) {
    return HouseBooks.of(shards).equity(MARKET.contract(), TICK, List.of());
  }

  @Test
  void whatIsAboveTheReserveMayGoAndNoMore() {
    BigDecimal most = equity(sold()).subtract(number("200"));
    HouseFunding taken = done(take(sold(), most.toPlainString(), "0"));
    assertThat(equity(taken.shards())).isEqualByComparingTo("200");
    assertThat(HouseBooks.of(taken.shards()).insurance())
        .isEqualByComparingTo(HouseBooks.of(sold()).insurance());
    BigDecimal more = most.add(number("0.000000000001"));
    Outcome<HouseFunding> refused = take(sold(), more.toPlainString(), "0");
    assertThat(refused(refused)).isEqualTo(Reason.INSUFFICIENT_AVAILABLE);
    assertThat(refusal(refused).message())
        .contains("house: at most " + most.stripTrailingZeros().toPlainString());
  }

  @Test
  void feesComeFromTheShardsThatHaveThem() {
    BigDecimal fees = HouseBooks.of(sold()).fees();
    assertThat(fees).isPositive();
    HouseFunding taken = done(take(sold(), "0", fees.toPlainString()));
    assertThat(taken.shards()).allMatch(shard -> shard.fees().signum() == 0);
    assertThat(equity(taken.shards())).isEqualByComparingTo(equity(sold()));
    assertThat(refused(take(sold(), "0", fees.add(number("1")).toPlainString())))
        .isEqualTo(Reason.INSUFFICIENT_AVAILABLE);
  }

  @Test
  void itsEntrySumsToZeroAndNamesWhatWasTaken() {
    HouseFunding taken = done(take(sold(), "1000.000000000001", "0.01"));
    BigDecimal external = HouseBooks.of(taken.shards()).external();
    assertThat(external.subtract(HouseBooks.of(sold()).external()))
        .isEqualByComparingTo("1000.010000000001");
    assertThat(taken.entry().id()).isEqualTo(7);
    assertThat(taken.entry().postings()).hasSize(2);
    for (int i = 0; i < 2; i++) {
      assertThat(taken.shards().get(i).sequence()).isEqualTo(sold().get(i).sequence() + 1);
    }
  }

  @Test
  void whileUsersHoldSomethingItTakesAFreshPrice() {
    Instant late = TICK.time().plus(MARKET.priceAgeMax()).plusSeconds(1);
    assertThat(refused(take(sold(), Optional.of(TICK), late, "1", "0"))).isEqualTo(Reason.TOO_BUSY);
    List<HouseShard> unsold = List.of(Samples.shard(MARKET), HouseShard.empty(MARKET.name(), 1));
    assertThat(equity(done(take(unsold, Optional.of(TICK), late, "1000000", "0")).shards()))
        .isZero();
    assertThat(equity(done(take(unsold, Optional.empty(), late, "1000000", "0")).shards()))
        .isZero();
    assertThat(refused(take(unsold, Optional.empty(), late, "1000000.01", "0")))
        .isEqualTo(Reason.INSUFFICIENT_AVAILABLE);
  }
}
