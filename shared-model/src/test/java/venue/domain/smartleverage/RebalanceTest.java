package venue.domain.smartleverage;

import static org.assertj.core.api.Assertions.assertThat;
import static venue.domain.Samples.market;
import static venue.domain.Samples.number;
import static venue.domain.Samples.tick;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import venue.domain.Dice;
import venue.domain.Samples;
import venue.domain.Side;
import venue.domain.market.Market;
import venue.domain.market.NextTick;
import venue.domain.market.Tick;
import venue.domain.smartleverage.Rebalance.Kind;

class RebalanceTest {
  private final Market market = market();
  private final Tick start = tick(market, "1000");

  private Fund fund(Side side) {
    return Fund.open(market, side, start);
  }

  private Tick at(String price, int seconds) {
    return Samples.after(market, start, price, seconds);
  }

  private BigDecimal upperEdge(Fund fund, Tick tick) {
    LeveragePolicy policy = market.fund().policy(fund.side());
    return policy.upperEdge(policy.target(tick.volatility().sigma(), fund.side()));
  }

  @Test
  void leavesLeverageAloneWithinTheBand() {
    Fund fund = fund(Side.LONG);
    assertThat(Rebalance.due(fund, market, at("900", 5))).isEmpty();
    assertThat(Rebalance.due(fund, market, at("1100", 5))).isEmpty();
  }

  @Test
  void cutsToTheUpperEdgeAtOnceAndTakesTheCostFromTheNav() {
    Fund fund = fund(Side.LONG);
    Tick fallen = at("500", 5);
    Rebalance cut = Rebalance.due(fund, market, fallen).orElseThrow();
    assertThat(cut.kind()).isEqualTo(Kind.CUT);
    assertThat(cut.after().leverageAt(fallen))
        .isBetween(upperEdge(fund, fallen).subtract(number("0.000001")), upperEdge(fund, fallen));
    assertThat(cut.cost()).isPositive();
    assertThat(cut.after().nav()).isEqualByComparingTo(cut.navBefore().subtract(cut.cost()));
    BigDecimal turnover = fund.exposure().subtract(cut.after().exposure()).multiply(fallen.price());
    assertThat(cut.cost())
        .isBetween(
            turnover.multiply(number("0.0006")),
            turnover.multiply(number("0.0006")).add(number("0.000000000001")));
  }

  @Test
  void cutsAShortFundWhenThePriceRises() {
    Tick risen = at("1300", 5);
    Rebalance cut = Rebalance.due(fund(Side.SHORT), market, risen).orElseThrow();
    assertThat(cut.kind()).isEqualTo(Kind.CUT);
    assertThat(cut.after().exposure()).isNegative();
  }

  @Test
  void raisesOnlyOnceARaiseTimeHasPassed() {
    Fund fund = fund(Side.SHORT).withLeverage(number("0.5"), BigDecimal.ONE, start);
    Instant raise = RaiseTimes.inPeriodOf(fund.name(), start.time());
    assertThat(raise).isBetween(start.time(), start.time().plus(Duration.ofMinutes(30)));
    int seconds = (int) Duration.between(start.time(), raise).toSeconds();

    assertThat(Rebalance.due(fund, market, at("1000", seconds - 1))).isEmpty();

    Tick late = at("1000", seconds + 1);
    Rebalance raised = Rebalance.due(fund, market, late).orElseThrow();
    assertThat(raised.kind()).isEqualTo(Kind.RAISE);
    BigDecimal target = VolatilityTarget.USUAL.target(late.volatility().sigma(), Side.SHORT);
    assertThat(raised.after().leverageAt(late))
        .isBetween(
            VolatilityTarget.USUAL.lowerEdge(target).subtract(number("0.000001")),
            VolatilityTarget.USUAL.lowerEdge(target));
    Tick next = at("1000", seconds + 60);
    assertThat(Rebalance.due(raised.after(), market, next)).isEmpty();
  }

  @Test
  void doesNotRaiseBetweenRaiseTimesWhatWasInItsBandAtTheLast() {
    Fund fund = fund(Side.SHORT);
    Instant raise = RaiseTimes.inPeriodOf(fund.name(), start.time());
    int seconds = (int) Duration.between(start.time(), raise).toSeconds();
    assertThat(Rebalance.due(fund, market, at("1000", seconds + 60))).isEmpty();
    assertThat(Rebalance.due(fund, market, at("700", seconds + 3 * 3_600))).isEmpty();
    assertThat(Rebalance.due(fund, market, at("700", seconds + 300))).isPresent();
  }

  @Test
  void opensANewSeriesWhenNothingIsLeft() {
    Rebalance wiped = Rebalance.due(fund(Side.LONG), market, at("150", 5)).orElseThrow();
    assertThat(wiped.kind()).isEqualTo(Kind.WIPE);
    assertThat(wiped.navBefore()).isZero();
    assertThat(wiped.after().series()).isEqualTo(2);
    assertThat(wiped.after().nav()).isEqualByComparingTo("1");
  }

  @Test
  void waitsForAGoodTickAndActsOnceAtEach() {
    Fund fund = fund(Side.LONG);
    Tick fallen = at("500", 5);
    Tick degraded =
        new NextTick(market, BigDecimal.ZERO, 0).degraded(fallen, fallen.time().plusSeconds(5));
    assertThat(Rebalance.due(fund, market, degraded)).isEmpty();
    Fund cut = Rebalance.due(fund, market, fallen).orElseThrow().after();
    assertThat(Rebalance.due(cut, market, fallen)).isEmpty();
    assertThat(Rebalance.due(cut, market, start)).isEmpty();
  }

  @Test
  void onAnyPathNavStaysAtOrAboveZeroLeverageAtOrBelowTheUpperEdgeAndRaisesInTheirTimes() {
    AtomicInteger raises = new AtomicInteger();
    Dice.forEach(
        300,
        dice -> {
          Side side = dice.oneOf(List.of(Side.LONG, Side.SHORT));
          Fund fund = fund(side);
          Tick tick = start;
          for (int i = 0; i < 60; i++) {
            BigDecimal move =
                dice.chance(0.05)
                    ? dice.between("0.05", "2.5", 6)
                    : dice.between("0.97", "1.03", 6);
            BigDecimal price = tick.price().multiply(move).setScale(6, RoundingMode.UP);
            tick = Samples.after(market, tick, price.toPlainString(), dice.between(1, 20_000));
            Optional<Rebalance> due = Rebalance.due(fund, market, tick);
            if (due.filter(done -> done.kind() == Kind.RAISE).isPresent()) {
              assertThat(RaiseTimes.isNow(fund.name(), fund.time(), tick.time())).isTrue();
              raises.incrementAndGet();
            }
            fund = due.map(Rebalance::after).orElse(fund);
            assertThat(fund.navAt(tick)).isPositive();
            assertThat(fund.leverageAt(tick))
                .isLessThanOrEqualTo(upperEdge(fund, tick).add(number("0.000000000001")));
            assertThat(due.filter(done -> done.cost().compareTo(done.navBefore()) > 0)).isEmpty();
          }
        });
    assertThat(raises).hasPositiveValue();
  }
}
