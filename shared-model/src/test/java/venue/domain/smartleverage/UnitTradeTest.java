package venue.domain.smartleverage;

import static org.assertj.core.api.Assertions.assertThat;
import static venue.domain.Samples.account;
import static venue.domain.Samples.after;
import static venue.domain.Samples.done;
import static venue.domain.Samples.fund;
import static venue.domain.Samples.market;
import static venue.domain.Samples.number;
import static venue.domain.Samples.refusal;
import static venue.domain.Samples.refused;
import static venue.domain.Samples.shard;
import static venue.domain.Samples.tick;
import static venue.domain.Samples.unitDesk;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import venue.domain.Dice;
import venue.domain.Outcome;
import venue.domain.Reason;
import venue.domain.Samples;
import venue.domain.Side;
import venue.domain.market.FillPrice;
import venue.domain.market.HouseFigures;
import venue.domain.market.Market;
import venue.domain.market.NextTick;
import venue.domain.market.Tick;

class UnitTradeTest {

  private static Outcome<UnitExecution> buy(UnitDesk desk, String amount) {
    return UnitTrade.execute(
        new UnitOrder.Buy(desk.fund().name(), number(amount), Optional.empty()), 1, desk);
  }

  private static Outcome<UnitExecution> sell(UnitDesk desk, String units) {
    return UnitTrade.execute(
        new UnitOrder.Sell(desk.fund().name(), number(units), Optional.empty()), 2, desk);
  }

  private static Outcome<UnitExecution> sellFraction(UnitDesk desk, String fraction) {
    return UnitTrade.execute(
        new UnitOrder.SellFraction(desk.fund().name(), number(fraction), Optional.empty()),
        3,
        desk);
  }

  private static UnitDesk then(UnitDesk desk, UnitExecution done) {
    return new UnitDesk(
        done.account(),
        done.holding(),
        desk.fund(),
        done.shard(),
        1,
        desk.market(),
        desk.tick(),
        desk.now());
  }

  private static UnitDesk at(UnitDesk desk, Tick tick, Duration age) {
    return new UnitDesk(
        desk.account(),
        desk.holding(),
        desk.fund(),
        desk.shard(),
        1,
        desk.market(),
        tick,
        tick.time().plus(age));
  }

  private static UnitDesk holding() {
    return then(unitDesk(), done(buy(unitDesk(), "1000")));
  }

  @Test
  void buyingSpendsTheAmountAtTheNavOfTheFillPriceWithTheFeeOnTheExposure() {
    UnitExecution done = done(buy(unitDesk(), "1000"));
    BigDecimal exposure = unitDesk().fund().exposure();
    BigDecimal unit = done.fill().unitPrice().add(exposure.multiply(number("0.500055")));
    assertThat(done.fill().price().price()).isEqualByComparingTo("1000.11");
    assertThat(done.fill().unitPrice())
        .isEqualByComparingTo(BigDecimal.ONE.add(exposure.multiply(number("0.11"))));
    assertThat(done.holding().units()).isGreaterThan(number("998"));
    assertThat(done.holding().units().multiply(unit)).isLessThanOrEqualTo(number("1000"));
    assertThat(done.account().cash()).isEqualByComparingTo("9000");
    assertThat(done.holding().paid()).isEqualByComparingTo("1000");
    assertThat(done.shard().units().get(unitDesk().fund().seriesName()))
        .isEqualByComparingTo(done.holding().units());
  }

  private static Outcome<UnitExecution> within(UnitDesk desk, boolean buys, BigDecimal limit) {
    String fund = desk.fund().name();
    Optional<String> text = Optional.empty();
    return UnitTrade.execute(
        buys
            ? new UnitOrder.Buy(fund, number("1000"), Optional.of(limit), text)
            : new UnitOrder.SellFraction(fund, BigDecimal.ONE, Optional.of(limit), text),
        4,
        desk);
  }

  @Test
  void isExecutedAtItsLimitAndRefusedOneDigitBeyondIt() {
    BigDecimal digit = number("0.000000000000000001");
    BigDecimal bought = done(buy(unitDesk(), "1000")).fill().unitPrice();
    assertThat(done(within(unitDesk(), true, bought)).fill().unitPrice())
        .isEqualByComparingTo(bought);
    assertThat(refused(within(unitDesk(), true, bought.subtract(digit))))
        .isEqualTo(Reason.PRICE_TOO_DEVIATED);
    BigDecimal sold = done(sellFraction(holding(), "1")).fill().unitPrice();
    assertThat(done(within(holding(), false, sold)).fill().unitPrice()).isEqualByComparingTo(sold);
    assertThat(refused(within(holding(), false, sold.add(digit))))
        .isEqualTo(Reason.PRICE_TOO_DEVIATED);
  }

  @Test
  void sellingAPartLeavesItsShareOfWhatWasPaid() {
    UnitExecution done = done(sellFraction(holding(), "0.25"));
    assertThat(done.holding().paid()).isBetween(number("749.9999"), number("750.0001"));
    assertThat(done.account().cash()).isBetween(number("9249"), number("9250"));
  }

  @Test
  void sellingEverythingLeavesNothing() {
    UnitExecution done = done(sellFraction(holding(), "1"));
    assertThat(done.holding().units()).isEqualByComparingTo("0");
    assertThat(done.holding().paid()).isEqualByComparingTo("0");
    assertThat(done.account().cash()).isLessThan(number("10000"));
  }

  @Test
  void unitsOfAWipedFundAreSoldForNothing() {
    UnitDesk held = holding();
    UnitDesk wiped = at(held, after(held.market(), held.tick(), "100", 1), Duration.ZERO);
    UnitExecution done = done(sellFraction(wiped, "1"));
    assertThat(done.fill().cash()).isEqualByComparingTo("0");
    assertThat(done.fill().fee()).isEqualByComparingTo("0");
    assertThat(done.holding().units()).isEqualByComparingTo("0");
  }

  @Test
  void refusesToBuyAWipedFund() {
    UnitDesk desk = unitDesk();
    UnitDesk wiped = at(desk, after(desk.market(), desk.tick(), "100", 1), Duration.ZERO);
    assertThat(refused(buy(wiped, "10"))).isEqualTo(Reason.TOO_BUSY);
  }

  @Test
  void refusesToBuyForSoLittleThatNoUnitComesOfIt() {
    Market market = market();
    Tick tick = tick(market, "1000");
    UnitDesk desk = unitDesk();
    UnitDesk dear =
        new UnitDesk(
            desk.account(),
            desk.holding(),
            fund(Side.LONG, number("1000000000"), BigDecimal.ONE, tick),
            desk.shard(),
            1,
            market,
            tick,
            desk.now());
    assertThat(refused(buy(dear, "1"))).isEqualTo(Reason.INVALID_PARAM_VALUE);
  }

  @Test
  void refusesToBuyForMoreThanIsAvailable() {
    assertThat(refusal(buy(unitDesk(), "10000.01")).reason())
        .isEqualTo(Reason.INSUFFICIENT_AVAILABLE);
  }

  @ParameterizedTest
  @ValueSource(strings = {"0.99", "-5", "1.0000000000001", "1E-999999999"})
  void refusesToBuyForAnAmountThatIsTooSmallOrTooFine(String amount) {
    assertThat(refused(buy(unitDesk(), amount))).isEqualTo(Reason.INVALID_PARAM_VALUE);
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "-1", "0.000000001", "1E-999999999"})
  void refusesToSellWhatIsNoNumberOfUnits(String units) {
    assertThat(refused(sell(holding(), units))).isEqualTo(Reason.INVALID_PARAM_VALUE);
  }

  @ParameterizedTest
  @ValueSource(strings = {"1000", "1E+999999999"})
  void refusesToSellMoreThanIsHeld(String units) {
    assertThat(refused(sell(holding(), units))).isEqualTo(Reason.INSUFFICIENT_AVAILABLE);
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "-1", "1.01", "1E+999999999", "1E-999999999", "1E-13"})
  void refusesAFractionThatIsNoneOfTheHolding(String fraction) {
    assertThat(refused(sellFraction(holding(), fraction))).isEqualTo(Reason.INVALID_PARAM_VALUE);
  }

  @Test
  void refusesWhileThePriceIsTooOldOrInDoubt() {
    UnitDesk held = holding();
    Duration late = held.market().priceAgeMax().plusMillis(1);
    assertThat(refused(buy(at(held, held.tick(), late), "10"))).isEqualTo(Reason.TOO_BUSY);
    Tick degraded =
        new NextTick(held.market(), BigDecimal.ZERO, 0)
            .degraded(held.tick(), held.now().plusSeconds(1));
    assertThat(refused(sell(at(held, degraded, Duration.ZERO), "1"))).isEqualTo(Reason.TOO_BUSY);
  }

  @Test
  void aFundAboveItsBandSellsNoUnitsAndStillBuysThemBack() {
    UnitDesk held = holding();
    Tick fallen = Samples.after(held.market(), held.tick(), "500", 1);
    UnitDesk late = at(held, fallen, Duration.ZERO);
    assertThat(held.fund().leverageAt(fallen))
        .isGreaterThan(VolatilityTarget.USUAL.upperEdge(number("1.25")));
    assertThat(refused(buy(late, "10"))).isEqualTo(Reason.TOO_BUSY);
    assertThat(done(sellFraction(late, "1")).holding().units()).isZero();
  }

  @Test
  void aFundThatIsFullTakesNoMoreMoney() {
    UnitDesk desk = unitDesk();
    UnitDesk rich =
        new UnitDesk(
            account("100000000"),
            desk.holding(),
            desk.fund(),
            desk.shard(),
            1,
            desk.market(),
            desk.tick(),
            desk.now());
    assertThat(refused(buy(rich, "13000000"))).isEqualTo(Reason.RISK_LIMIT_EXCEEDED);
    assertThat(done(buy(rich, "12000000")).holding().units()).isPositive();
  }

  @Test
  void takesNoMoreMoneyThanTheHouseHasAReserveFor() {
    UnitDesk desk = unitDesk();
    // A unit has 1.25 times its worth; 250 USDT cover 1250 at a reserve of 20 %.
    UnitDesk reserved =
        at(desk, desk.tick().withHouse(HouseFigures.withoutUnits(number("250"))), Duration.ZERO);
    assertThat(done(buy(reserved, "1000")).holding().units()).isPositive();
    assertThat(refused(buy(reserved, "1001"))).isEqualTo(Reason.RISK_LIMIT_EXCEEDED);
  }

  @Test
  void unitsBoughtAndAtOnceSoldNeverGain() {
    Dice.forEach(
        3_000,
        dice -> {
          UnitDesk desk = desk(dice, "0.3", "0.7");
          UnitExecution bought = done(buy(desk, amount(dice).toPlainString()));
          UnitDesk held = then(desk, bought);
          UnitExecution sold = done(sellFraction(held, "1"));
          assertThat(sold.account().cash()).isLessThan(desk.account().cash());
        });
  }

  @Test
  void aFundIsNeverCheaperThanFuturesOfTheSameExposure() {
    Dice.forEach(
        3_000,
        dice -> {
          UnitDesk desk = desk(dice, "0.3", "0.7");
          BigDecimal amount = amount(dice);
          BigDecimal units = done(buy(desk, amount.toPlainString())).holding().units();
          BigDecimal base = desk.fund().exposure().multiply(units);
          FillPrice futures =
              FillPrice.of(desk.market(), desk.tick(), base, BigDecimal.ZERO, desk.now());
          BigDecimal fee =
              base.abs()
                  .multiply(futures.price())
                  .multiply(desk.market().contract().orderFeeRate());
          BigDecimal futuresCost =
              futures.price().subtract(desk.tick().price()).multiply(base).add(fee);
          BigDecimal fundCost = amount.subtract(units.multiply(desk.fund().navAt(desk.tick())));
          // NAV is rounded down to 18 decimals on both sides of the trade.
          assertThat(fundCost.add(units.scaleByPowerOfTen(-18)))
              .isGreaterThanOrEqualTo(futuresCost);
        });
  }

  @Test
  void navIsNeverBelowZero() {
    Dice.forEach(
        3_000,
        dice -> {
          UnitDesk desk = desk(dice, "1", "3");
          BigDecimal price = desk.tick().price().multiply(dice.magnitude(-3, 3, 6));
          BigDecimal index = price.multiply(dice.between("-0.5", "0.5", 6));
          BigDecimal nav =
              desk.fund().navAt(price, index, desk.now().plusSeconds(dice.between(0, 200_000_000)));
          assertThat(nav).isNotNegative();
          assertThat(nav.scale()).isEqualTo(18);
        });
  }

  private static BigDecimal amount(Dice dice) {
    return dice.magnitude(0, 6, 12).max(BigDecimal.ONE).setScale(12, RoundingMode.DOWN);
  }

  /** A fund some way from its last rebalance, in a market with some skew, at a tick of some age. */
  private static UnitDesk desk(Dice dice, String leverageFrom, String leverageTo) {
    Market market = market("X_USDT", dice.oneOf(List.of("1000", "0.0371", "91234.5")));
    BigDecimal start = dice.between("0.9", "1.1", 4).multiply(price(market));
    Tick first = tick(market, start.toPlainString());
    Side side = dice.oneOf(List.of(Side.LONG, Side.SHORT));
    Fund fund =
        fund(side, dice.magnitude(-3, 3, 18), dice.between(leverageFrom, leverageTo, 12), first);
    BigDecimal skew = market.fill().skewScale().multiply(dice.between("-0.05", "0.05", 6));
    BigDecimal moved = first.price().multiply(dice.between("0.8", "1.25", 6));
    Tick tick =
        new NextTick(market, skew, 0)
            .good(Optional.of(first), moved, first.time().plusSeconds(dice.between(1, 100_000)));
    return new UnitDesk(
        account("2000000"),
        Holding.none(fund),
        fund,
        shard(market),
        1,
        market,
        tick,
        tick.time().plusMillis(dice.between(0, 10_000)));
  }

  private static BigDecimal price(Market market) {
    return market.contract().priceStep().scaleByPowerOfTen(5);
  }
}
