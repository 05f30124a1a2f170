package venue.simulation.attack;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import venue.domain.Dice;

/**
 * No tick comes for ten seconds, and the attacker knows what the price is meanwhile: it trades at
 * the tick and closes at the next one. The volatility was 0.8 a year and is five times that.
 * Whoever trades only when it pays gains then where orders fill at the last tick, and loses where
 * they wait for the next. The seeds are 1 to 400, or to {@code -Dvenue.gaps}.
 */
class StalePriceTest {
  private static final int GAPS = Integer.getInteger("venue.gaps", 400);
  private static final double CALM = 0.8;
  private static final double BURST = 4;

  /** How many ticks have shown the burst before the gap. */
  enum Burst {
    AT_ITS_ONSET(0),
    AFTER_A_MINUTE(12),
    AFTER_FIVE_MINUTES(60);

    private final int ticks;

    Burst(int ticks) {
      this.ticks = ticks;
    }
  }

  private static MarkOuts over(
      String attack, double sigma, int ticks, BiConsumer<PriceGap, MarkOuts> attacker) {
    MarkOuts markOuts = new MarkOuts();
    for (int seed = 1; seed <= GAPS; seed++) {
      attacker.accept(PriceGap.drawn(Dice.of(seed), sigma, ticks), markOuts);
    }
    System.out.printf("Stale price, %s: %s%n", attack, markOuts);
    return markOuts;
  }

  private static void when(Optional<Integer> second, PriceGap gap, MarkOuts markOuts) {
    second.ifPresentOrElse(pays -> markOuts.add(gap.markOut(pays)), markOuts::skip);
  }

  @ParameterizedTest
  @EnumSource(Burst.class)
  void whoTradesWithTheTruthAtAnySecondLosesOnAverage(Burst burst) {
    MarkOuts markOuts =
        over(
            "at any second, burst " + burst,
            BURST,
            burst.ticks,
            (gap, all) -> all.add(gap.markOut(gap.anySecond())));
    assertThat(markOuts.mean() + markOuts.error()).isNegative();
  }

  @ParameterizedTest
  @EnumSource(Burst.class)
  void whoTradesWithTheTruthAtTheAgeLimitLosesOnAverage(Burst burst) {
    MarkOuts markOuts =
        over(
            "at the age limit, burst " + burst,
            BURST,
            burst.ticks,
            (gap, all) -> all.add(gap.markOut(PriceGap.SECONDS)));
    assertThat(markOuts.mean() + markOuts.error()).isNegative();
  }

  @Test
  void whileVolatilityIsWhatItWasNoGapPays() {
    assertThat(whenItPays("no burst", CALM, 12)).allMatch(markOuts -> markOuts.mean() <= 0);
  }

  /** Just these orders would gain if they filled at the last tick. */
  @Test
  void whereOrdersWaitWhoTradesOnlyWhenItWouldPayLosesOnAverage() {
    MarkOuts markOuts =
        over(
            "when it would pay, orders wait, burst " + Burst.AT_ITS_ONSET,
            BURST,
            Burst.AT_ITS_ONSET.ticks,
            (gap, all) -> when(gap.firstThatPays(), gap.waiting(), all));
    assertThat(markOuts.mean() + markOuts.error()).isNegative();
  }

  @ParameterizedTest
  @EnumSource(Burst.class)
  void whereOrdersWaitWhoTradesWithTheTruthLosesOnAverage(Burst burst) {
    MarkOuts markOuts =
        over(
            "at the age limit, orders wait, burst " + burst,
            BURST,
            burst.ticks,
            (gap, all) -> all.add(gap.waiting().markOut(PriceGap.SECONDS)));
    assertThat(markOuts.mean() + markOuts.error()).isNegative();
  }

  /** At the first second at which it pays, and just before the next tick if it pays then. */
  private static List<MarkOuts> whenItPays(String burst, double sigma, int ticks) {
    return List.of(
        over(
            "when it first pays, " + burst,
            sigma,
            ticks,
            (gap, all) -> when(gap.firstThatPays(), gap, all)),
        over(
            "when it pays at the age limit, " + burst,
            sigma,
            ticks,
            (gap, all) -> when(gap.lastIfItPays(), gap, all)));
  }
}
