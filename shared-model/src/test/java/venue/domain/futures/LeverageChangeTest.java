package venue.domain.futures;

import static org.assertj.core.api.Assertions.assertThat;
import static venue.domain.Samples.account;
import static venue.domain.Samples.after;
import static venue.domain.Samples.at;
import static venue.domain.Samples.desk;
import static venue.domain.Samples.done;
import static venue.domain.Samples.number;
import static venue.domain.Samples.order;
import static venue.domain.Samples.refused;
import static venue.domain.Samples.then;
import static venue.domain.Samples.withSkew;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import venue.domain.Outcome;
import venue.domain.Reason;

class LeverageChangeTest {

  private static FuturesDesk holding(FuturesDesk desk, long size) {
    return then(desk, done(MarketOrder.execute(order(desk.market().name(), size), 1, desk)));
  }

  private static FuturesDesk holding(long size) {
    return holding(desk(), size);
  }

  private static BigDecimal lost(FuturesDesk held) {
    return number("0.1").multiply(number("1000.11").subtract(held.closingPrice()));
  }

  private static Outcome<PositionChange> decide(int leverage, FuturesDesk desk) {
    return LeverageChange.decide(leverage, 2, desk);
  }

  @Test
  void ofAFlatPositionMovesNoCash() {
    PositionChange change = done(decide(20, desk()));
    assertThat(change.position().leverage()).isEqualTo(20);
    assertThat(change.account().cash()).isEqualByComparingTo("10000");
    assertThat(change.account().version()).isEqualTo(desk().account().version() + 1);
    assertThat(change.entry().postings()).isEmpty();
  }

  @Test
  void freesTheMarginAHigherLeverageDoesNotNeed() {
    FuturesDesk held = holding(100);
    PositionChange change = done(decide(20, held));
    // 100.011 / 20 + 100.011 × 0.00075, and what closing would lose
    BigDecimal needed = number("5.07555825").add(lost(held));
    assertThat(change.position().margin()).isEqualByComparingTo(needed);
    assertThat(change.account().available().subtract(held.account().available()))
        .isEqualByComparingTo(held.position().margin().subtract(needed));
    assertThat(change.account().cash()).isEqualByComparingTo(held.account().cash());
  }

  @Test
  void takesTheMarginALowerLeverageNeeds() {
    PositionChange change = done(decide(5, holding(100)));
    assertThat(change.position().margin()).isEqualByComparingTo("20.07720825");
  }

  @Test
  void aLowerLeverageIsAllowedWhereOnlyClosingWouldBeDear() {
    FuturesDesk risky = then(desk(), done(decide(100, desk())));
    FuturesDesk crowded = withSkew(holding(risky, 100), "-2000");
    assertThat(crowded.isDue()).isFalse();
    assertThat(done(decide(90, crowded)).position().leverage()).isEqualTo(90);
  }

  @Test
  void settlesFundingOnTheWay() {
    FuturesDesk held = holding(withSkew(desk(), "1000"), 1000);
    FuturesDesk later = at(held, after(held.market(), held.tick(), "1000", 3600));
    PositionChange change = done(decide(20, later));
    BigDecimal paid = later.tick().fundingIndex();
    assertThat(change.account().cash()).isEqualByComparingTo(held.account().cash().subtract(paid));
    assertThat(change.shard().cash()).isEqualByComparingTo(held.shard().cash().add(paid));
    assertThat(change.position().fundingIndex()).isEqualByComparingTo(paid);
    assertThat(change.shard().exposure().funding()).isEqualByComparingTo(paid);
  }

  @Test
  void aHigherLeverageFreesNothingThatBacksALoss() {
    FuturesDesk held = holding(100);
    FuturesDesk fallen = at(held, after(held.market(), held.tick(), "970", 1));
    PositionChange change = done(decide(20, fallen));
    assertThat(change.position().margin())
        .isEqualByComparingTo(number("5.07555825").add(lost(fallen)))
        .isLessThan(held.position().margin());
    FuturesDesk further = at(held, after(held.market(), held.tick(), "930", 1));
    assertThat(done(decide(20, further)).position().margin())
        .isEqualByComparingTo(held.position().margin());
  }

  @Test
  void whatAHigherLeverageLeavesCannotBeTakenOutEither() {
    FuturesDesk held = holding(100);
    FuturesDesk fallen = at(held, after(held.market(), held.tick(), "970", 1));
    FuturesDesk raised = then(fallen, done(decide(20, fallen)));
    assertThat(refused(MarginChange.decide(number("-0.000000000001"), 3, raised)))
        .isEqualTo(Reason.REMOVE_TOO_MUCH);
  }

  @Test
  void refusesALowerLeverageWithoutTheCashForIt() {
    FuturesDesk desk = desk();
    FuturesDesk poor =
        new FuturesDesk(
            account("11"),
            desk.position(),
            desk.shard(),
            1,
            desk.market(),
            desk.tick(),
            desk.now());
    assertThat(refused(decide(5, holding(poor, 100)))).isEqualTo(Reason.INSUFFICIENT_AVAILABLE);
  }

  @Test
  void refusesALeverageOutsideTheContracts() {
    assertThat(refused(decide(101, desk()))).isEqualTo(Reason.LEVERAGE_TOO_HIGH);
    assertThat(refused(decide(0, desk()))).isEqualTo(Reason.LEVERAGE_TOO_LOW);
  }

  @Test
  void refusesALeverageAboveThatOfThePositionsTier() {
    FuturesDesk desk = desk();
    FuturesDesk rich =
        new FuturesDesk(
            account("100000"),
            desk.position(),
            desk.shard(),
            1,
            desk.market(),
            desk.tick(),
            desk.now());
    assertThat(refused(decide(51, holding(rich, 150_000)))).isEqualTo(Reason.LEVERAGE_TOO_HIGH);
  }

  @Test
  void refusesAChangeForAPositionThatIsDue() {
    FuturesDesk held = holding(100);
    FuturesDesk fallen = at(held, after(held.market(), held.tick(), "904", 1));
    assertThat(refused(decide(5, fallen))).isEqualTo(Reason.POSITION_IN_LIQUIDATION);
  }

  @Test
  void refusesAChangeOfAnOpenPositionWhileThePriceIsTooOld() {
    FuturesDesk held = holding(100);
    FuturesDesk late =
        new FuturesDesk(
            held.account(),
            held.position(),
            held.shard(),
            1,
            held.market(),
            held.tick(),
            held.now().plusSeconds(11));
    assertThat(refused(decide(5, late))).isEqualTo(Reason.TOO_BUSY);
  }

  @Test
  void freesNoMarginWhereEveryOrderWaits() {
    FuturesDesk held = where(holding(100));
    PositionChange change = done(decide(20, held));
    assertThat(change.position().leverage()).isEqualTo(20);
    assertThat(change.position().margin()).isEqualByComparingTo(held.position().margin());
    assertThat(done(decide(5, held)).position().margin())
        .isEqualByComparingTo(done(decide(5, holding(100))).position().margin());
    assertThat(refused(MarginChange.decide(number("-0.01"), 3, held)))
        .isEqualTo(Reason.REMOVE_TOO_MUCH);
    assertThat(done(MarginChange.decide(number("0.01"), 3, held)).position().margin())
        .isGreaterThan(held.position().margin());
  }

  /** The same desk in a market in which every order waits. */
  private static FuturesDesk where(FuturesDesk desk) {
    return new FuturesDesk(
        desk.account(),
        desk.position(),
        desk.shard(),
        1,
        desk.market().waiting(),
        desk.tick(),
        desk.now());
  }
}
