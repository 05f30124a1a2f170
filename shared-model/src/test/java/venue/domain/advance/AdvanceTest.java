package venue.domain.advance;

import static org.assertj.core.api.Assertions.assertThat;
import static venue.domain.Samples.number;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import venue.domain.Samples;
import venue.domain.Side;
import venue.domain.futures.FuturesExecution;
import venue.domain.futures.FuturesOrder;
import venue.domain.futures.MarketOrder;
import venue.domain.futures.Position;
import venue.domain.market.Market;
import venue.domain.market.PriceRange;
import venue.domain.market.Tick;
import venue.domain.resting.FinishedOrder;
import venue.domain.resting.RestingOrder;
import venue.domain.resting.RestingOrder.PriceOrder;
import venue.domain.resting.RestingOrder.WaitingOrder;
import venue.domain.resting.Trigger;

class AdvanceTest {
  private static final Market MARKET = Samples.market();
  private static final Tick FIRST = Samples.tick(MARKET, "1000");
  private static final Tick FALLEN = Samples.after(MARKET, FIRST, "900", 5);
  private static final Tick BACK = Samples.after(MARKET, FALLEN, "1000", 5);
  private static final FuturesExecution BOUGHT =
      Samples.done(MarketOrder.execute(Samples.order(MARKET.name(), 1000), 1, Samples.desk()));

  private static Standing standing(RestingOrder... resting) {
    return new Standing(
        BOUGHT.account(),
        List.of(BOUGHT.position()),
        List.of(resting),
        Map.of(MARKET.name(), new Standing.MarketTick(MARKET, BACK)));
  }

  private static PriceOrder stop(long id, String price, Optional<Integer> secondsToLive) {
    return new PriceOrder(
        id,
        Samples.closing(MARKET.name()),
        Side.LONG,
        new Trigger(Trigger.Rule.AT_MOST, number(price)),
        secondsToLive.map(Samples.START::plusSeconds),
        FIRST.sequence(),
        Samples.START);
  }

  @Test
  void liquidatesAtTheTickAtWhichItWasDueThoughThePriceHasComeBack() {
    assertThat(Advance.first(standing(), List.of(BACK, FALLEN)))
        .contains(new Due.Liquidated(BOUGHT.position(), List.of(), FALLEN));
  }

  @Test
  void aStopLossComesBeforeTheLiquidationOfTheSameTick() {
    PriceOrder stop = stop(9, "950", Optional.empty());
    assertThat(Advance.first(standing(stop), List.of(FALLEN, BACK)))
        .contains(new Due.Fill(stop, List.of(), FALLEN));
  }

  @Test
  void ofTwoStopsTheOlderComesFirst() {
    PriceOrder older = stop(8, "950", Optional.empty());
    assertThat(Advance.first(standing(stop(9, "960", Optional.empty()), older), List.of(FALLEN)))
        .contains(new Due.Fill(older, List.of(), FALLEN));
  }

  @Test
  void anExpiredStopEndsInsteadOfFilling() {
    PriceOrder stop = stop(9, "950", Optional.of(5));
    assertThat(Advance.first(standing(stop), List.of(FALLEN)))
        .contains(new Due.Ended(stop, FinishedOrder.End.EXPIRED, FALLEN));
  }

  @Test
  void nothingIsDueAtATickThatIsNotGood() {
    Tick wick =
        new Tick(
            MARKET.name(),
            2,
            FALLEN.time(),
            FALLEN.taken(),
            FALLEN.number(),
            FALLEN.price(),
            Tick.Quality.UNCONFIRMED,
            BigDecimal.ZERO,
            BigDecimal.ZERO,
            BigDecimal.ZERO,
            0,
            FIRST.volatility(),
            BigDecimal.ZERO,
            FIRST.ranges(),
            FIRST.minutes(),
            FIRST.traded(),
            Optional.empty());
    assertThat(Advance.first(standing(stop(9, "950", Optional.empty())), List.of(wick))).isEmpty();
  }

  @Test
  void aWaitingOrderFillsAtTheFirstGoodTickAfterItsAcceptance() {
    FuturesOrder order = Samples.reducing(MARKET.name(), -10);
    WaitingOrder waiting = new WaitingOrder(5, order, FALLEN.sequence(), FALLEN.time());
    Position held = BOUGHT.position();
    Standing standing =
        new Standing(
            BOUGHT.account(),
            List.of(held.touched(FALLEN, false).withMargin(number("400"))),
            List.of(waiting),
            Map.of(MARKET.name(), new Standing.MarketTick(MARKET, BACK)));
    assertThat(Advance.first(standing, List.of(FIRST, FALLEN, BACK)))
        .contains(new Due.Fill(waiting, List.of(), BACK));
  }

  @Test
  void whatIsDueAtNoCornerOfARangeIsDueAtNoneOfItsTicks() {
    PriceRange calm = PriceRange.of(FIRST);
    assertThat(canBeDue(standing(), calm)).isFalse();
    assertThat(canBeDue(standing(), calm.and(PriceRange.of(FALLEN)))).isTrue();
    assertThat(canBeDue(standing(stop(9, "999", Optional.empty())), calm.and(PriceRange.of(BACK))))
        .isFalse();
  }

  private static boolean canBeDue(Standing standing, PriceRange range) {
    return standing.unseen(MARKET.name()).stream().anyMatch(unseen -> unseen.matters().test(range));
  }
}
