package venue.domain.futures;

import static org.assertj.core.api.Assertions.assertThat;
import static venue.domain.Samples.account;
import static venue.domain.Samples.after;
import static venue.domain.Samples.at;
import static venue.domain.Samples.closing;
import static venue.domain.Samples.desk;
import static venue.domain.Samples.done;
import static venue.domain.Samples.number;
import static venue.domain.Samples.order;
import static venue.domain.Samples.reducing;
import static venue.domain.Samples.refusal;
import static venue.domain.Samples.refused;
import static venue.domain.Samples.then;
import static venue.domain.Samples.tick;
import static venue.domain.Samples.withSkew;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import venue.domain.Outcome;
import venue.domain.Reason;
import venue.domain.Refusal;
import venue.domain.Samples;
import venue.domain.account.Account;
import venue.domain.market.Caps;
import venue.domain.market.HouseFigures;
import venue.domain.market.Market;
import venue.domain.market.NextTick;
import venue.domain.market.Tick;

class MarketOrderTest {
  private static final String MARKET = "BTC_USDT";

  private static Outcome<FuturesExecution> execute(FuturesDesk desk, FuturesOrder order) {
    return MarketOrder.execute(order, 1, desk);
  }

  private static FuturesDesk holding(long size) {
    FuturesDesk desk = desk();
    return then(desk, done(execute(desk, order(MARKET, size))));
  }

  @Test
  void openingTakesMarginAndFeeAtTheFillPrice() {
    FuturesExecution done = done(execute(desk(), order(MARKET, 100)));
    // 0.1 BTC at 1000.11: P and half a spread, up to the price step, with next to no impact.
    assertThat(done.fill().price().price()).isEqualByComparingTo("1000.11");
    assertThat(done.fill().fee()).isEqualByComparingTo("0.0500055");
    assertThat(done.position().margin()).isEqualByComparingTo("10.07610825");
    assertThat(done.position().entryPrice(desk().market().contract()))
        .isEqualByComparingTo("1000.11");
    assertThat(done.account().cash()).isEqualByComparingTo("9999.9499945");
    assertThat(done.account().positionMargin()).isEqualByComparingTo("10.07610825");
    assertThat(done.shard().fees()).isEqualByComparingTo("0.0500055");
    assertThat(done.shard().exposure().longs()).isEqualTo(100);
    assertThat(done.shard().traded().contracts()).isEqualTo(100);
    assertThat(done.shard().traded().value()).isEqualByComparingTo("100.011");
  }

  @Test
  void closingReturnsTheMarginLessWhatWasLost() {
    FuturesDesk held = holding(100);
    FuturesDesk later = at(held, after(held.market(), held.tick(), "1010", 1));
    FuturesExecution done = done(execute(later, closing(MARKET)));
    BigDecimal won =
        done.fill().price().price().subtract(number("1000.11")).multiply(number("0.1"));
    assertThat(done.position().isFlat()).isTrue();
    assertThat(done.fill().result()).isEqualByComparingTo(won);
    assertThat(done.account().positionMargin()).isEqualByComparingTo("0");
    assertThat(done.account().cash())
        .isEqualByComparingTo(number("9999.9499945").add(won).subtract(done.fill().fee()));
  }

  @Test
  void anOrderLargerThanTheOppositePositionTurnsItAround() {
    FuturesDesk held = holding(100);
    FuturesExecution done = done(execute(held, order(MARKET, -250)));
    assertThat(done.position().size()).isEqualTo(-150);
    assertThat(done.position().cost())
        .isEqualByComparingTo(done.fill().price().price().multiply(number("-0.15")));
    assertThat(done.shard().exposure().longs()).isZero();
    assertThat(done.shard().exposure().shorts()).isEqualTo(150);
    assertThat(done.position().realised().trading()).isEqualByComparingTo("0");
  }

  @Test
  void aReduceOnlyOrderLargerThanThePositionOnlyClosesIt() {
    FuturesExecution done = done(execute(holding(100), reducing(MARKET, -250)));
    assertThat(done.position().isFlat()).isTrue();
    assertThat(done.fill().filled()).isEqualTo(-100);
  }

  @Test
  void fundingIsPaidOutOfTheMarginOfThePosition() {
    FuturesDesk desk = withSkew(desk(), "10000");
    FuturesDesk held = then(desk, done(execute(desk, order(MARKET, 1000))));
    Tick later = after(held.market(), held.tick(), "1000", 3600);
    BigDecimal index = later.fundingIndex();
    assertThat(index).isPositive();
    FuturesExecution done = done(execute(at(held, later), order(MARKET, 1)));
    assertThat(done.fill().funding()).isEqualByComparingTo(index.negate());
    assertThat(done.position().fundingIndex()).isEqualByComparingTo(index);
    assertThat(done.position().realised().funding()).isEqualByComparingTo(index.negate());
  }

  @Test
  void anAccountsSecondOrderAtATickPaysForTheSkewOfItsFirst() {
    FuturesDesk desk = withSkew(desk(), "0");
    FuturesExecution first = done(execute(desk, order(MARKET, 10_000)));
    FuturesExecution second = done(execute(then(desk, first), order(MARKET, 10_000)));
    assertThat(first.fill().price().impact()).isEqualByComparingTo("0.00005");
    assertThat(second.fill().price().impact()).isEqualByComparingTo("0.00015");
  }

  @Test
  void anOrderAgainstItsOwnSkewIsNeverPaidForIt() {
    FuturesDesk desk = withSkew(desk(), "0");
    FuturesExecution first = done(execute(desk, order(MARKET, 10_000)));
    FuturesExecution second = done(execute(then(desk, first), closing(MARKET)));
    assertThat(second.fill().price().impact()).isEqualByComparingTo("0");
    assertThat(second.account().cash()).isLessThan(desk.account().cash());
  }

  @Test
  void aLossBeyondTheMarginIsPaidByTheInsuranceAndOwedByNobody() {
    FuturesDesk desk = desk();
    FuturesDesk high = withLeverage(desk, 100);
    FuturesDesk held = then(high, done(execute(high, order(MARKET, 100))));
    FuturesDesk crowded = withSkew(held, "-2000");
    FuturesExecution done = done(execute(crowded, closing(MARKET)));
    assertThat(done.account().cash())
        .isEqualByComparingTo(held.account().cash().subtract(held.position().margin()));
    assertThat(done.account().available()).isEqualByComparingTo(held.account().available());
    assertThat(done.shard().insurance()).isLessThan(held.shard().insurance());
  }

  @Test
  void refusesAnOrderThatWouldBeDueAtOnce() {
    FuturesDesk crowded = withSkew(withLeverage(desk(), 100), "1000");
    assertThat(refused(execute(crowded, order(MARKET, 100))))
        .isEqualTo(Reason.LIQUIDATE_IMMEDIATELY);
  }

  @Test
  void refusesAnOrderForAPositionThatIsDue() {
    FuturesDesk held = holding(100);
    FuturesDesk fallen = at(held, after(held.market(), held.tick(), "904", 1));
    assertThat(fallen.isDue()).isTrue();
    assertThat(refused(execute(fallen, closing(MARKET)))).isEqualTo(Reason.POSITION_IN_LIQUIDATION);
  }

  @Test
  void refusesAnOrderWhileThePriceIsTooOld() {
    FuturesDesk desk = desk();
    Duration age = desk.market().priceAgeMax();
    assertThat(execute(later(desk, age), order(MARKET, 1))).isInstanceOf(Outcome.Done.class);
    assertThat(refused(execute(later(desk, age.plusMillis(1)), order(MARKET, 1))))
        .isEqualTo(Reason.TOO_BUSY);
  }

  @Test
  void refusesAnOrderWhileTooFewSourcesAgree() {
    FuturesDesk desk = desk();
    Tick degraded =
        new NextTick(desk.market(), BigDecimal.ZERO, 0)
            .degraded(desk.tick(), desk.now().plusSeconds(1));
    assertThat(refused(execute(at(desk, degraded), order(MARKET, 1)))).isEqualTo(Reason.TOO_BUSY);
  }

  @Test
  void anOrderAtAnOlderPricePaysMore() {
    FuturesDesk desk = desk();
    FuturesExecution fresh = done(execute(desk, order(MARKET, 1)));
    FuturesExecution old = done(execute(later(desk, Duration.ofSeconds(10)), order(MARKET, 1)));
    // 3 × 0.8 × √(10 s / 365 d)
    assertThat(old.fill().price().staleness()).isEqualByComparingTo("0.001351474758");
    assertThat(old.fill().price().price()).isGreaterThan(fresh.fill().price().price());
  }

  @Test
  void refusesAnOrderThatCostsMoreThanIsAvailable() {
    FuturesDesk desk = desk();
    FuturesExecution open = done(execute(desk, order(MARKET, 1000)));
    BigDecimal needed = open.position().margin().add(open.fill().fee());
    assertThat(execute(withCash(desk, needed), order(MARKET, 1000)))
        .isInstanceOf(Outcome.Done.class);
    assertThat(
            refusal(execute(withCash(desk, needed.subtract(number("0.01"))), order(MARKET, 1000))))
        .satisfies(
            refusal -> {
              assertThat(refusal.reason()).isEqualTo(Reason.INSUFFICIENT_AVAILABLE);
              assertThat(refusal.message()).contains("by 0.01 USDT");
            });
  }

  @Test
  void aShortNeedsMarginForTheMarketsPriceThoughItFillsLower() {
    FuturesDesk desk = desk();
    FuturesExecution open = done(execute(desk, order(MARKET, -1000)));
    BigDecimal taken = open.position().margin().add(open.fill().fee());
    assertThat(refused(execute(withCash(desk, taken), order(MARKET, -1000))))
        .isEqualTo(Reason.INSUFFICIENT_AVAILABLE);
  }

  @Test
  void refusesAPositionWhoseLeverageIsAboveThatOfItsTier() {
    FuturesDesk rich = withLeverage(withCash(desk(), number("1000000")), 100);
    assertThat(refused(execute(rich, order(MARKET, 100_000))))
        .isEqualTo(Reason.RISK_LIMIT_EXCEEDED);
  }

  @Test
  void refusesAPositionBeyondTheLastTier() {
    FuturesDesk desk = withLeverage(withCash(desk(), number("100000000")), 1);
    for (int i = 0; i < 4; i++) {
      desk = then(desk, done(execute(desk, order(MARKET, 1_000_000))));
    }
    assertThat(refused(execute(desk, order(MARKET, 1_000_000))))
        .isEqualTo(Reason.RISK_LIMIT_EXCEEDED);
  }

  @Test
  void refusesToAddToAFullMarketButNeverToReduce() {
    FuturesDesk held = holding(100);
    FuturesDesk full = withCaps(held, caps(100, 100));
    assertThat(refused(execute(full, order(MARKET, 1)))).isEqualTo(Reason.RISK_LIMIT_EXCEEDED);
    FuturesDesk over = withCaps(held, caps(10, 10));
    assertThat(execute(over, order(MARKET, -1))).isInstanceOf(Outcome.Done.class);
  }

  @Test
  void refusesASkewBeyondTheCapThoughOpenInterestHasRoom() {
    FuturesDesk desk = withCaps(desk(), caps(1000, 100));
    assertThat(refused(execute(desk, order(MARKET, -101)))).isEqualTo(Reason.RISK_LIMIT_EXCEEDED);
  }

  @Test
  void refusesContractsWorthMoreThanTheCapsInUsdt() {
    Caps worth = new Caps(1000, 1000, number("100"), number("100"));
    FuturesDesk desk = withCaps(desk(), worth);
    assertThat(execute(desk, order(MARKET, 100))).isInstanceOf(Outcome.Done.class);
    assertThat(refused(execute(desk, order(MARKET, 101)))).isEqualTo(Reason.RISK_LIMIT_EXCEEDED);
    Caps skew = new Caps(1000, 1000, number("1000"), number("100"));
    assertThat(refused(execute(withCaps(desk(), skew), order(MARKET, -101))))
        .isEqualTo(Reason.RISK_LIMIT_EXCEEDED);
  }

  @Test
  void refusesToEnlargeNetExposureBeyondWhatTheHouseKeepsInReserve() {
    FuturesDesk desk =
        at(desk(), desk().tick().withHouse(HouseFigures.withoutUnits(number("200"))));
    assertThat(execute(desk, order(MARKET, 1000))).isInstanceOf(Outcome.Done.class);
    Refusal refusal = refusal(execute(desk, order(MARKET, 1001)));
    assertThat(refusal.reason()).isEqualTo(Reason.RISK_LIMIT_EXCEEDED);
    assertThat(refusal.message()).startsWith("size:").contains("1.001", "0.2", "reserve");
  }

  @Test
  void reducesAndTakesTheOtherSideWhenTheHouseHasNoReserveLeft() {
    FuturesDesk held = holding(100);
    FuturesDesk poor =
        at(held, withSkew(held, "0.1").tick().withHouse(HouseFigures.withoutUnits(number("0"))));
    assertThat(refused(execute(poor, order(MARKET, 1)))).isEqualTo(Reason.RISK_LIMIT_EXCEEDED);
    assertThat(execute(poor, order(MARKET, -1))).isInstanceOf(Outcome.Done.class);
    assertThat(execute(poor, closing(MARKET))).isInstanceOf(Outcome.Done.class);
  }

  @Test
  void refusesToReduceInTheDirectionOfThePosition() {
    assertThat(refused(execute(holding(100), reducing(MARKET, 1))))
        .isEqualTo(Reason.INCREASE_POSITION);
  }

  @Test
  void refusesToReduceOrCloseWhereThereIsNoPosition() {
    assertThat(refused(execute(desk(), reducing(MARKET, -1)))).isEqualTo(Reason.POSITION_EMPTY);
    assertThat(refused(execute(desk(), closing(MARKET)))).isEqualTo(Reason.POSITION_EMPTY);
  }

  @Test
  void refusesASizeTogetherWithClose() {
    FuturesOrder both = new FuturesOrder(MARKET, -100, true, false, Optional.empty());
    assertThat(refused(execute(holding(100), both))).isEqualTo(Reason.INVALID_PARAM_VALUE);
  }

  @Test
  void refusesNoSize() {
    assertThat(refused(execute(desk(), order(MARKET, 0)))).isEqualTo(Reason.INVALID_PARAM_VALUE);
  }

  @ParameterizedTest
  @ValueSource(longs = {1_000_001, -1_000_001, Long.MAX_VALUE, Long.MIN_VALUE})
  void refusesMoreContractsThanOneOrderMayHave(long size) {
    assertThat(refused(execute(desk(), order(MARKET, size)))).isEqualTo(Reason.SIZE_TOO_LARGE);
  }

  private static FuturesDesk withLeverage(FuturesDesk desk, int leverage) {
    PositionChange change = done(LeverageChange.decide(leverage, 1, desk));
    return then(desk, change);
  }

  private static FuturesDesk withCash(FuturesDesk desk, BigDecimal cash) {
    Account rich = account(cash.toPlainString());
    return new FuturesDesk(
        rich, desk.position(), desk.shard(), desk.shards(), desk.market(), desk.tick(), desk.now());
  }

  private static FuturesDesk later(FuturesDesk desk, Duration age) {
    return new FuturesDesk(
        desk.account(),
        desk.position(),
        desk.shard(),
        desk.shards(),
        desk.market(),
        desk.tick(),
        desk.tick().time().plus(age));
  }

  private static Caps caps(long openInterest, long skew) {
    return new Caps(openInterest, skew, number("1000000000"), number("1000000000"));
  }

  private static FuturesDesk withCaps(FuturesDesk desk, Caps caps) {
    Market market = desk.market();
    return new FuturesDesk(
        desk.account(),
        desk.position(),
        desk.shard(),
        desk.shards(),
        new Market(
            market.contract(),
            market.fill(),
            market.funding(),
            caps,
            market.solvency(),
            market.fund(),
            market.jumpBound(),
            market.priceAgeMax(),
            market.startingVolatility(),
            market.createTime()),
        tick(market, "1000"),
        desk.now());
  }

  @Test
  void refusesTheTwentyFirstCrossPosition() {
    FuturesDesk cross = then(desk(), done(LeverageChange.decide(10, true, 1, desk())));
    assertThat(done(execute(beside(19, cross), order(MARKET, 1))).position().size()).isEqualTo(1);
    assertThat(refused(execute(beside(20, cross), order(MARKET, 1))))
        .isEqualTo(Reason.RISK_LIMIT_EXCEEDED);
    FuturesDesk held = then(cross, done(execute(cross, order(MARKET, 1))));
    assertThat(done(execute(beside(20, held), order(MARKET, 1))).position().size()).isEqualTo(2);
    assertThat(done(execute(beside(20, desk()), order(MARKET, 1))).position().size()).isEqualTo(1);
  }

  /** A desk of an account with so many cross positions in other markets. */
  private static FuturesDesk beside(int legs, FuturesDesk desk) {
    List<CrossLeg> others =
        IntStream.range(0, legs)
            .mapToObj(number -> Samples.market("M" + number + "_USDT", "1000"))
            .map(
                market ->
                    new CrossLeg(
                        CrossSamples.position(
                            market.contract(), 1, number("1000"), BigDecimal.ZERO),
                        market,
                        Samples.tick(market, "1000")))
            .toList();
    return new FuturesDesk(
        desk.account(),
        desk.position(),
        desk.shard(),
        1,
        desk.market(),
        desk.tick(),
        others,
        desk.now());
  }
}
