package venue.domain.smartleverage;

import static org.assertj.core.api.Assertions.assertThat;
import static venue.domain.Samples.market;
import static venue.domain.Samples.number;
import static venue.domain.Samples.tick;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import venue.domain.Dice;
import venue.domain.Samples;
import venue.domain.Side;
import venue.domain.market.Candle;
import venue.domain.market.CandleInterval;
import venue.domain.market.Market;
import venue.domain.market.NextTick;
import venue.domain.market.Tick;

/** Candles of NAV beside NAV at each tick they are about. */
class NavHistoryTest {
  // A minute of the fee, which is counted at a candle's end.
  private static final Offset<BigDecimal> FEE = Offset.offset(number("0.0000001"));
  private static final Offset<BigDecimal> HOUR_OF_FEE = Offset.offset(number("0.000005"));
  private final Market market = market();
  private final List<Rebalance> rebalances = new ArrayList<>();
  private final TreeMap<Long, List<BigDecimal>> navs = new TreeMap<>();
  private final List<Candle> minutes = new ArrayList<>();
  private Tick tick = tick(market, "1000");
  private Fund fund = Fund.open(market, Side.SHORT, tick);

  private void pass(String price, int seconds) {
    tick =
        new NextTick(market, BigDecimal.ZERO, 0)
            .good(Optional.of(tick), number(price), tick.time().plusSeconds(seconds));
    tick.minutes().closed().ifPresent(minutes::add);
    see();
    Optional<Rebalance> due = Rebalance.due(fund, market, tick);
    due.ifPresent(rebalances::add);
    fund = due.map(Rebalance::after).orElse(fund);
    see();
  }

  private void see() {
    long minute = tick.time().getEpochSecond() / 60;
    navs.computeIfAbsent(minute, key -> new ArrayList<>()).add(fund.navAt(tick));
  }

  private List<Candle> prices() {
    List<Candle> all = new ArrayList<>(minutes);
    tick.minutes().running().ifPresent(all::add);
    return all;
  }

  private List<NavCandle> history(CandleInterval interval) {
    NavHistory history = new NavHistory(fund, rebalances, tick.time());
    if (interval == CandleInterval.MINUTE) {
      return history.of(prices(), List::of);
    }
    return history.of(Candle.rolledUp(interval, prices()).stream().toList(), whole -> prices());
  }

  @Test
  void aMinuteWithoutARebalanceHasTheNavsOfItsTicks() {
    see();
    pass("990", 20);
    pass("1010", 20);
    pass("1005", 15);
    NavCandle candle = history(CandleInterval.MINUTE).getFirst();
    List<BigDecimal> seen = navs.firstEntry().getValue();
    assertThat(candle.open()).isEqualByComparingTo("1");
    assertThat(candle.high()).isCloseTo(seen.stream().max(BigDecimal::compareTo).get(), FEE);
    assertThat(candle.low()).isCloseTo(seen.stream().min(BigDecimal::compareTo).get(), FEE);
    assertThat(candle.close()).isCloseTo(fund.navAt(tick), FEE);
  }

  @Test
  void aWipeEndsACandleAndBeginsOneOfTheNextSeries() {
    pass("2500", 5);
    pass("2400", 5);
    List<NavCandle> candles = history(CandleInterval.MINUTE);
    assertThat(candles).extracting(NavCandle::series).containsExactly(1L, 2L);
    assertThat(candles.getFirst().open()).isEqualByComparingTo("1");
    assertThat(candles.getFirst().close()).isZero();
    assertThat(candles.getLast().open()).isEqualByComparingTo("1");
    assertThat(candles.getLast().close()).isCloseTo(fund.navAt(tick), FEE);
  }

  @Test
  void aMergeIsToldInTheUnitsAfterIt() {
    fund = Samples.fund(Side.SHORT, number("0.0012"), number("1.5"), tick);
    pass("1150", 5);
    pass("1140", 5);
    assertThat(fund.epoch()).isEqualTo(1);
    NavCandle candle = history(CandleInterval.MINUTE).getFirst();
    assertThat(candle.epoch()).isEqualTo(1);
    assertThat(candle.open()).isEqualByComparingTo("1.2");
    assertThat(candle.close()).isCloseTo(fund.navAt(tick), FEE);
  }

  @Test
  void anHourHoldsTheExtremesOfItsMinutes() {
    Dice.forEach(
        100,
        dice -> {
          NavHistoryTest one = new NavHistoryTest();
          one.see();
          for (int i = 0; i < 50; i++) {
            BigDecimal price = one.tick.price().multiply(dice.between("0.97", "1.03", 4));
            one.pass(price.setScale(2, RoundingMode.UP).toPlainString(), 65);
          }
          NavCandle hour = one.history(CandleInterval.HOUR).getFirst();
          List<BigDecimal> seen = one.navs.values().stream().flatMap(List::stream).toList();
          assertThat(hour.high())
              .isCloseTo(seen.stream().max(BigDecimal::compareTo).get(), HOUR_OF_FEE);
          assertThat(hour.low())
              .isCloseTo(seen.stream().min(BigDecimal::compareTo).get(), HOUR_OF_FEE);
          assertThat(hour.close()).isCloseTo(one.fund.navAt(one.tick), HOUR_OF_FEE);
        });
  }
}
