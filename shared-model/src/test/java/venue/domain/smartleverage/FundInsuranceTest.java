package venue.domain.smartleverage;

import static org.assertj.core.api.Assertions.assertThat;
import static venue.domain.Samples.market;
import static venue.domain.Samples.number;
import static venue.domain.Samples.shard;
import static venue.domain.Samples.tick;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import venue.domain.Side;
import venue.domain.account.Movement;
import venue.domain.house.HouseShard;
import venue.domain.market.Market;
import venue.domain.market.NextTick;
import venue.domain.market.Tick;
import venue.domain.smartleverage.FundInsurance.Settled;

/** 10,000 units of a long fund at NAV 1 and leverage 1.25, sold through two shards. */
class FundInsuranceTest {
  private final Market market = market();
  private final Tick start = tick(market, "1000");
  private final Fund fund = Fund.open(market, Side.LONG, start);
  private final FundInsurance begun = FundInsurance.begin(fund, start);
  private final List<HouseShard> shards =
      List.of(
          shard(market).withUnits(fund.seriesName(), number("12000")),
          HouseShard.empty(market.name(), 1).withUnits(fund.seriesName(), number("-2000")));

  private Tick after(Tick last, String price, Duration later) {
    return new NextTick(market, BigDecimal.ZERO, 0)
        .good(Optional.of(last), number(price), last.time().plus(later));
  }

  private Settled fed(Duration later) {
    return begun.fed(fund, after(start, "1000", later), shards, 0, 7);
  }

  @Test
  void halfOfWhatTheUnitsPaidForManagementGoesIntoThePot() {
    Settled day = fed(Duration.ofDays(365));
    assertThat(day.collected()).isEqualByComparingTo("100");
    assertThat(day.shard().pots()).containsEntry(fund.name(), day.collected());
    assertThat(day.shard().cash())
        .isEqualByComparingTo(shards.getFirst().cash().subtract(day.collected()));
    assertThat(fed(Duration.ofHours(1)).collected())
        .isBetween(number("0.0114155"), number("0.0114156"));
  }

  @Test
  void whatWasCollectedIsNotCollectedAgain() {
    Tick hour = after(start, "1000", Duration.ofHours(1));
    Tick hours = after(hour, "1000", Duration.ofHours(1));
    Settled first = begun.fed(fund, hour, shards, 0, 7);
    Settled second = first.after().fed(fund, hours, shards, 0, 8);
    Settled both = fed(Duration.ofHours(2));
    assertThat(first.collected().add(second.collected()).subtract(both.collected()).abs())
        .isLessThan(number("0.000000000002"));
    assertThat(second.after().step()).isEqualTo(2);
  }

  @Test
  void isDueOnceAnHourAndWhenTheSeriesHasEnded() {
    assertThat(begun.isDue(after(start, "1000", Duration.ofMinutes(59)))).isFalse();
    assertThat(begun.isDue(after(start, "1000", Duration.ofHours(1)))).isTrue();
    Tick wiped = after(start, "150", Duration.ofSeconds(5));
    Fund next = Rebalance.due(fund, market, wiped).orElseThrow().after();
    assertThat(begun.hasEnded(next)).isTrue();
  }

  /** At 150 a unit has lost 1.0625 and owes 0.0625: 625 in all. */
  private Settled wiped(String pot) {
    Rebalance wipe =
        Rebalance.due(fund, market, after(start, "150", Duration.ofSeconds(5))).orElseThrow();
    assertThat(wipe.kind()).isEqualTo(Rebalance.Kind.WIPE);
    List<HouseShard> insured =
        List.of(shards.getFirst(), shards.getLast().withPot(fund.name(), number(pot)));
    return begun.ended(wipe, after(start, "150", Duration.ofSeconds(5)), insured, 0, 7);
  }

  @Test
  void thePotPaysWhatTheHoldersOfAWipedSeriesDoNotOwe() {
    Settled settled = wiped("1000");
    assertThat(settled.paid()).isBetween(number("625"), number("625.0001"));
    assertThat(settled.after().series()).isEqualTo(2);
    assertThat(settled.after().fee()).isZero();
  }

  @Test
  void thePotPaysNoMoreThanItHas() {
    Settled settled = wiped("200");
    assertThat(settled.paid()).isEqualByComparingTo(number("200").add(settled.collected()));
    BigDecimal left =
        settled.shard().pots().getOrDefault(fund.name(), BigDecimal.ZERO).add(number("200"));
    assertThat(left).isZero();
  }

  @Test
  void whatMovesIsOneEntryThatSumsToZero() {
    List<Movement> moved =
        wiped("1000").entry().postings().stream()
            .flatMap(posting -> posting.movements().stream())
            .toList();
    assertThat(moved).hasSize(2).allMatch(movement -> movement.balance().isMoney());
    assertThat(moved.stream().map(Movement::change).reduce(BigDecimal.ZERO, BigDecimal::add))
        .isZero();
  }

  @Test
  void aSeriesThatIsWipedWithSomethingLeftCostsNothing() {
    Fund high = fund.withLeverage(number("20"), BigDecimal.ONE, start);
    Rebalance wipe =
        Rebalance.due(high, market, after(start, "950.5", Duration.ofSeconds(5))).orElseThrow();
    assertThat(wipe.kind()).isEqualTo(Rebalance.Kind.WIPE);
    assertThat(wipe.navBefore()).isPositive();
    assertThat(wipe.shortfall()).isZero();
  }
}
