package venue.domain.smartleverage;

import static org.assertj.core.api.Assertions.assertThat;
import static venue.domain.Samples.done;
import static venue.domain.Samples.market;
import static venue.domain.Samples.number;
import static venue.domain.Samples.tick;
import static venue.domain.Samples.unitDesk;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import venue.domain.Reason;
import venue.domain.Samples;
import venue.domain.Side;
import venue.domain.market.Market;
import venue.domain.market.Tick;

/** A fund whose unit is worth 0.0012 at 1000, and a cut at 850 that brings it below 0.001. */
class UnitMergeTest {
  private final Market market = market();
  private final Tick start = tick(market, "1000");
  private final Tick fallen = Samples.after(market, start, "850", 5);
  private final Fund small = Samples.fund(Side.LONG, number("0.0012"), number("1.5"), start);
  private final Rebalance cut = Rebalance.due(small, market, fallen).orElseThrow();

  private static UnitDesk desk(Fund fund, Tick tick, UnitExecution before) {
    UnitDesk desk = unitDesk();
    return new UnitDesk(
        before.account(),
        before.holding().at(fund),
        fund,
        before.shard(),
        desk.shards(),
        desk.market(),
        tick,
        tick.time());
  }

  private UnitExecution bought() {
    UnitDesk desk = unitDesk();
    UnitDesk empty =
        new UnitDesk(
            desk.account(),
            Holding.none(small),
            small,
            desk.shard(),
            desk.shards(),
            market,
            start,
            start.time());
    return done(
        UnitTrade.execute(
            new UnitOrder.Buy(small.name(), number("1000"), Optional.empty()), 1, empty));
  }

  @ParameterizedTest
  @CsvSource({
    "1, 0",
    "0.001, 0",
    "0.000999999999999999, 1",
    "0.000001, 1",
    "0.000000999, 2",
    "0.000000000000000001, 5",
    "0, 0"
  })
  void mergesUntilAUnitIsWorthATenthOfACentOrMore(BigDecimal nav, int merges) {
    assertThat(UnitMerge.due(nav)).isEqualTo(merges);
  }

  @Test
  void aThousandUnitsBecomeOneAtTheRebalanceThatFindsThemSmall() {
    Fund plain = small.withLeverage(cut.after().leverageAt(fallen), cut.navBefore(), fallen);
    assertThat(plain.nav()).isLessThan(UnitMerge.BELOW);
    assertThat(cut.after().epoch()).isEqualTo(1);
    assertThat(cut.after().nav())
        .isEqualByComparingTo(cut.navBefore().subtract(cut.cost()).movePointRight(3));
    assertThat(cut.after().outlay().cost()).isEqualByComparingTo(cut.cost().movePointRight(3));
    assertThat(cut.after().leverageAt(fallen)).isLessThan(cut.leverageBefore());
  }

  @Test
  void whoBoughtBeforeHoldsTheSameValueAfterwards() {
    Holding held = bought().holding();
    Holding read = held.at(cut.after());
    assertThat(read.units()).isEqualByComparingTo(held.units().movePointLeft(3));
    assertThat(read.firstUnits()).isEqualByComparingTo(held.units());
    assertThat(UnitResult.value(held, cut.after(), fallen))
        .isEqualByComparingTo(
            held.units()
                .multiply(cut.navBefore().subtract(cut.cost()))
                .setScale(12, RoundingMode.FLOOR));
    assertThat(UnitResult.of(held, cut.after(), fallen))
        .isEqualTo(UnitResult.of(read, cut.after(), fallen));
  }

  @Test
  void sellsAllOfWhatWasBoughtBeforeToTheLastDigit() {
    UnitExecution bought = bought();
    UnitDesk later = desk(cut.after(), fallen, bought);
    UnitOrder all = new UnitOrder.SellFraction(small.name(), BigDecimal.ONE, Optional.empty());
    UnitExecution sold = done(UnitTrade.execute(all, 2, later));
    assertThat(sold.holding().units()).isZero();
    assertThat(sold.shard().units().get(small.seriesName())).isZero();
    UnitOrder byNumber =
        new UnitOrder.Sell(small.name(), later.holding().units(), Optional.empty());
    assertThat(done(UnitTrade.execute(byNumber, 2, later)).fill().cash())
        .isEqualByComparingTo(sold.fill().cash());
  }

  @Test
  void whatIsBoughtAfterwardsAddsUpWithWhatWasBoughtBefore() {
    UnitExecution bought = bought();
    UnitOrder more = new UnitOrder.Buy(small.name(), number("1000"), Optional.empty());
    UnitExecution both = done(UnitTrade.execute(more, 2, desk(cut.after(), fallen, bought)));
    assertThat(both.shard().units().get(small.seriesName()))
        .isEqualByComparingTo(both.holding().firstUnits());
    assertThat(both.holding().units())
        .isEqualByComparingTo(bought.holding().units().movePointLeft(3).add(both.fill().units()));
  }

  @Test
  void anOrderThatWaitedThroughAMergeMeansTheSame() {
    UnitOrder.Sell sale =
        new UnitOrder.Sell(
            small.name(), number("1234.5"), Optional.of(number("0.0009")), Optional.empty());
    assertThat(sale.merged(1).units()).isEqualByComparingTo("1.2345");
    assertThat(sale.merged(1).limit().orElseThrow()).isEqualByComparingTo("0.9");
    assertThat(sale.merged(0)).isEqualTo(sale);
  }

  @Test
  void aPartialSaleWithAllDecimalsIsExecutedAfterAMerge() {
    UnitDesk later = desk(cut.after(), fallen, bought());
    UnitOrder.Sell placed =
        new UnitOrder.Sell(small.name(), number("1234.56789123"), Optional.empty());
    UnitExecution sold = done(UnitTrade.rested(placed.merged(1), 2, later));
    assertThat(sold.fill().units()).isEqualByComparingTo("-1.23456789123");
  }

  @Test
  void anOrderMeansTheUnitsOfTheEpochItNames() {
    UnitOrder sale = new UnitOrder.Sell(small.name(), number("5000"), Optional.empty());
    Fund now = cut.after();
    assertThat(done(new UnitRequest(sale, OptionalLong.of(0)).in(now))).isEqualTo(sale.merged(1));
    assertThat(done(new UnitRequest(sale, OptionalLong.of(1)).in(now))).isEqualTo(sale);
    assertThat(done(new UnitRequest(sale, OptionalLong.empty()).in(now))).isEqualTo(sale);
    assertThat(Samples.refused(new UnitRequest(sale, OptionalLong.of(2)).in(now)))
        .isEqualTo(Reason.INVALID_PARAM_VALUE);
  }
}
