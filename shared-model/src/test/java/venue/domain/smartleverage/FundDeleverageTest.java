package venue.domain.smartleverage;

import static org.assertj.core.api.Assertions.assertThat;
import static venue.domain.Samples.market;
import static venue.domain.Samples.number;
import static venue.domain.Samples.tick;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import venue.domain.Samples;
import venue.domain.Side;
import venue.domain.house.Deficit;
import venue.domain.market.HouseFigures;
import venue.domain.market.Market;
import venue.domain.market.NextTick;
import venue.domain.market.Tick;

/** 1000 units of each fund, at 1000 and then at 1010 or 990; a contract is a thousandth. */
class FundDeleverageTest {
  private static final BigDecimal UNITS = number("1000");
  private final Market market = market();
  private final Tick start = tick(market, "1000");

  private static FundDeleverage of(Side side, long contracts) {
    return new FundDeleverage(
        1, new Deficit(side, number("2"), number("1"), number("2"), contracts), UNITS);
  }

  private Fund fund(Side side) {
    return Fund.open(market, side, start).withLeverage(number("1.2"), BigDecimal.ONE, start);
  }

  private Tick next(Side side) {
    return Samples.after(market, start, side == Side.LONG ? "1010" : "990", 5);
  }

  private Rebalance done(Side side, long contracts) {
    return Rebalance.deleveraged(fund(side), market, next(side), of(side, contracts)).orElseThrow();
  }

  @Test
  void takesFromEveryUnitItsPartOfWhatTheDeficitAsksFor() {
    assertThat(done(Side.LONG, 500).after().exposure()).isEqualByComparingTo("0.0007");
    assertThat(done(Side.SHORT, 500).after().exposure()).isEqualByComparingTo("-0.0007");
  }

  @Test
  void takesNoMoreThanTheFundHas() {
    Fund after = done(Side.SHORT, 1201).after();
    assertThat(after.exposure()).isZero();
    assertThat(after.leverageAt(next(Side.SHORT))).isZero();
    assertThat(Rebalance.deleveraged(after, market, next(Side.SHORT), of(Side.SHORT, 1))).isEmpty();
  }

  @Test
  void costsTheHoldersNothing() {
    for (Side side : Side.values()) {
      Rebalance done = done(side, 700);
      assertThat(done.after().navAt(next(side))).isEqualByComparingTo(fund(side).navAt(next(side)));
      assertThat(done.after().outlay().cost()).isZero();
    }
  }

  @Test
  void happensOnceATick() {
    Fund after = done(Side.LONG, 500).after();
    assertThat(Rebalance.deleveraged(after, market, next(Side.LONG), of(Side.LONG, 1))).isEmpty();
  }

  @Test
  void isRecomputedFromTheDeficitOnRecord() {
    Rebalance done = done(Side.LONG, 500);
    Recomputation recomputation = new Recomputation(market, fund(Side.LONG));
    assertThat(recomputation.tick(next(Side.LONG), Optional.of(done))).isEmpty();
    assertThat(recomputation.fund()).isEqualTo(done.after());
  }

  @Test
  void anotherExposureThanTheRecordsDeficitAsksForIsFound() {
    Rebalance told = done(Side.LONG, 500);
    Rebalance altered =
        new Rebalance(
            told.kind(),
            told.tick(),
            told.time(),
            told.price(),
            told.fundingIndex(),
            told.sigma(),
            told.target(),
            told.navBefore(),
            told.leverageBefore(),
            told.cost(),
            told.before(),
            told.after(),
            Optional.of(of(Side.LONG, 501)));
    assertThat(
            new Recomputation(market, fund(Side.LONG)).tick(next(Side.LONG), Optional.of(altered)))
        .hasValueSatisfying(parting -> assertThat(parting).contains("exposure_after"));
  }

  private Optional<Rebalance> atRaiseTime(String equity, String skew) {
    Fund low = fund(Side.LONG).withLeverage(number("0.5"), BigDecimal.ONE, start);
    Tick flat = tick(market, "1000");
    Tick raise =
        new NextTick(market, number(skew), 0)
            .good(
                Optional.of(flat), number("1000"), RaiseTimes.inPeriodOf(low.name(), start.time()));
    return Rebalance.due(
        low,
        market,
        raise.withHouse(new HouseFigures(number(equity), Map.of(Side.LONG, UNITS), Map.of())));
  }

  @Test
  void aFundIsRaisedNoFurtherThanTheHouseHasInReserve() {
    Rebalance raise = atRaiseTime("1000000", "0.5").orElseThrow();
    BigDecimal whole = raise.after().exposure().subtract(raise.before().exposure());
    Rebalance part = atRaiseTime("150", "0.5").orElseThrow();
    BigDecimal added = part.after().exposure().subtract(part.before().exposure()).multiply(UNITS);
    assertThat(added).isLessThan(whole.multiply(UNITS));
    // 150 / (0.2 · 1000) − 0.5 = 0.25 of 1000 units, less its own cost
    assertThat(added).isBetween(number("0.2498"), number("0.25"));
    assertThat(atRaiseTime("101", "0.5")).as("less than a hundredth").isEmpty();
    assertThat(atRaiseTime("0", "-1").orElseThrow().after().exposure())
        .isEqualByComparingTo(raise.after().exposure());
  }
}
