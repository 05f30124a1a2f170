package venue.domain.market;

import static org.assertj.core.api.Assertions.assertThat;
import static venue.domain.Samples.START;
import static venue.domain.Samples.market;
import static venue.domain.Samples.number;
import static venue.domain.Samples.tick;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import venue.domain.Dice;
import venue.domain.market.Tick.Quality;

class CandleTest {
  private static final Market MARKET = market();

  private static Tick next(Tick last, String price, int seconds, String skew) {
    return new NextTick(MARKET, number(skew), 7)
        .good(Optional.of(last), number(price), last.time().plusSeconds(seconds));
  }

  private static Tick degraded(Tick last, int seconds) {
    return new NextTick(MARKET, BigDecimal.ZERO, 9)
        .degraded(last, last.time().plusSeconds(seconds));
  }

  @Test
  void aMinuteClosesWithTheFirstGoodTickAfterIt() {
    Tick first = tick(MARKET, "1000");
    Tick high = next(first, "1010", 20, "0");
    Tick low = next(high, "990", 20, "5000");
    Tick after = next(low, "1000", 30, "0");
    assertThat(first.minutes().closed()).isEmpty();
    assertThat(low.minutes().closed()).isEmpty();
    Candle closed = after.minutes().closed().orElseThrow();
    assertThat(closed.start()).isEqualTo(START);
    assertThat(closed.open()).isEqualByComparingTo("1000");
    assertThat(closed.high()).isEqualByComparingTo("1010");
    assertThat(closed.low()).isEqualByComparingTo("990");
    assertThat(closed.close()).isEqualByComparingTo("990");
    assertThat(closed.fundingIndex()).isEqualByComparingTo(low.fundingIndex());
    assertThat(closed.fundingRate()).isEqualByComparingTo(low.fundingRate()).isPositive();
    assertThat(closed.openInterest()).isEqualTo(7);
    assertThat(closed.ticks()).isEqualTo(3);
    assertThat(after.minutes().running().orElseThrow().open()).isEqualByComparingTo("1000");
    assertThat(next(after, "1000", 5, "0").minutes().closed()).isEmpty();
  }

  private static Tick traded(Tick last, int seconds, long contracts) {
    Traded traded = new Traded(contracts, BigDecimal.valueOf(contracts).multiply(number("1000")));
    return new NextTick(MARKET, BigDecimal.ZERO, 7, traded)
        .good(Optional.of(last), number("1000"), last.time().plusSeconds(seconds));
  }

  @Test
  void whatIsTradedIsInTheCandleOfTheNextGoodTick() {
    Tick second = traded(traded(tick(MARKET, "1000"), 10, 3), 10, 5);
    Tick after = traded(degraded(second, 10), 40, 12);
    Candle closed = after.minutes().closed().orElseThrow();
    Candle running = after.minutes().running().orElseThrow();
    assertThat(closed.traded().contracts()).isEqualTo(5);
    assertThat(closed.traded().value()).isEqualByComparingTo("5000");
    assertThat(running.traded().contracts()).isEqualTo(7);
    Candle hour = Candle.rolledUp(CandleInterval.HOUR, List.of(closed, running)).orElseThrow();
    assertThat(hour.traded().contracts()).isEqualTo(12);
    assertThat(hour.traded().value()).isEqualByComparingTo("12000");
  }

  @Test
  void whatNothingFillsAtIsInNoCandleAndClosesNone() {
    Tick first = tick(MARKET, "1000");
    Tick degraded = degraded(first, 70);
    assertThat(degraded.minutes()).isEqualTo(first.minutes());
    Tick jump =
        new NextTick(MARKET, BigDecimal.ZERO, 7)
            .after(
                Optional.of(degraded),
                Optional.of(
                    new PriceConsensus.Agreed(
                        number("2000"), degraded.time().plusSeconds(5), List.of())),
                degraded.time().plusSeconds(5))
            .orElseThrow();
    assertThat(jump.quality()).isEqualTo(Quality.UNCONFIRMED);
    assertThat(jump.minutes()).isEqualTo(first.minutes());
    Tick good = next(jump, "1001", 5, "0");
    assertThat(good.minutes().closed()).isEqualTo(first.minutes().running());
    assertThat(good.minutes().running().orElseThrow().high()).isEqualByComparingTo("1001");
  }

  /** Rolled up by hand, from nothing but prices and times. */
  private static Optional<Candle> byHand(CandleInterval interval, Instant start, List<Tick> all) {
    List<Tick> before =
        all.stream()
            .filter(tick -> tick.quality() == Quality.GOOD && tick.time().isBefore(start))
            .toList();
    List<Tick> ticks =
        all.stream()
            .filter(tick -> tick.quality() == Quality.GOOD)
            .filter(tick -> !tick.time().isBefore(start))
            .filter(tick -> tick.time().isBefore(start.plus(interval.length())))
            .toList();
    if (ticks.isEmpty()) {
      return Optional.empty();
    }
    List<BigDecimal> prices = ticks.stream().map(Tick::price).sorted().toList();
    Tick last = ticks.getLast();
    return Optional.of(
        new Candle(
            MARKET.name(),
            interval,
            start,
            ticks.getFirst().price(),
            prices.getLast(),
            prices.getFirst(),
            last.price(),
            before.isEmpty() ? BigDecimal.ZERO : before.getLast().fundingIndex(),
            last.fundingIndex(),
            last.fundingRate(),
            last.openInterest(),
            ticks.size(),
            Traded.NONE));
  }

  private static List<Tick> walk(Dice dice, int count) {
    List<Tick> ticks = new ArrayList<>(List.of(tick(MARKET, "1000")));
    while (ticks.size() < count) {
      Tick last = ticks.getLast();
      int seconds = dice.chance(0.02) ? dice.between(600, 30_000) : dice.between(1, 90);
      ticks.add(
          dice.chance(0.2)
              ? degraded(last, seconds)
              : next(
                  last,
                  dice.between("990", "1010", 2).toPlainString(),
                  seconds,
                  dice.between("-9000", "9000", 3).toPlainString()));
    }
    return ticks;
  }

  @Test
  void allIntervalsHoldExactlyTheirGoodTicks() {
    Dice.forEach(
        60,
        dice -> {
          List<Tick> ticks = walk(dice, 150);
          List<Candle> minutes = new ArrayList<>();
          ticks.forEach(tick -> tick.minutes().closed().ifPresent(minutes::add));
          ticks.getLast().minutes().running().ifPresent(minutes::add);
          for (CandleInterval interval : CandleInterval.values()) {
            List<Instant> starts =
                ticks.stream().map(tick -> interval.startOf(tick.time())).distinct().toList();
            List<Candle> rolledUp = new ArrayList<>();
            for (Instant start : starts) {
              Candle.rolledUp(
                      interval,
                      minutes.stream()
                          .filter(minute -> interval.startOf(minute.start()).equals(start))
                          .toList())
                  .ifPresent(rolledUp::add);
            }
            assertThat(rolledUp)
                .as(interval.label())
                .isEqualTo(
                    starts.stream()
                        .flatMap(start -> byHand(interval, start, ticks).stream())
                        .toList());
          }
        });
  }

  @Test
  void theFundingPaidInAllCandlesIsAllThatHasAccrued() {
    Dice.forEach(
        60,
        dice -> {
          List<Tick> ticks = walk(dice, 150);
          BigDecimal sum = BigDecimal.ZERO;
          List<Candle> minutes = new ArrayList<>();
          ticks.forEach(tick -> tick.minutes().closed().ifPresent(minutes::add));
          ticks.getLast().minutes().running().ifPresent(minutes::add);
          for (Candle minute : minutes) {
            sum = sum.add(minute.fundingPaid().multiply(minute.close()));
          }
          assertThat(sum.subtract(ticks.getLast().goodIndex()).abs())
              .isLessThan(number("1e-9").multiply(BigDecimal.valueOf(minutes.size())));
        });
  }

  @Test
  void candlesBeginAtMultiplesOfTheirLengthAndEachIsMadeOfWholeParts() {
    Instant time = Instant.parse("2026-01-05T13:47:31.5Z");
    assertThat(CandleInterval.MINUTE.startOf(time)).isEqualTo("2026-01-05T13:47:00Z");
    assertThat(CandleInterval.HOURS_8.startOf(time)).isEqualTo("2026-01-05T08:00:00Z");
    assertThat(CandleInterval.DAYS_7.startOf(time)).isEqualTo("2026-01-01T00:00:00Z");
    for (CandleInterval interval : CandleInterval.rolledUp()) {
      long part = interval.part().orElseThrow().length().toSeconds();
      assertThat(interval.length().toSeconds() % part).isZero();
    }
  }
}
