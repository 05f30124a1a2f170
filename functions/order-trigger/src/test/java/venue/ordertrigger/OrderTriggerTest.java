package venue.ordertrigger;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static venue.function.TestTrading.MARKET;
import static venue.function.TestTrading.stop;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import venue.domain.Samples;
import venue.domain.Side;
import venue.domain.futures.FuturesFill;
import venue.domain.market.Tick;
import venue.domain.resting.FinishedOrder;
import venue.domain.resting.FinishedOrder.End;
import venue.domain.resting.RestingOrder.PriceOrder;
import venue.domain.resting.RestingOrder.WaitingOrder;
import venue.domain.resting.RestingOrder.WaitingUnitOrder;
import venue.domain.resting.Trigger;
import venue.domain.smartleverage.UnitOrder;
import venue.function.TestTrading;
import venue.function.TestVenue;
import venue.wire.Events;

class OrderTriggerTest {
  private final TestVenue venue = new TestVenue();
  private final TestTrading trading = new TestTrading(venue);
  private final OrderTrigger function = new OrderTrigger(venue.environment(Map.of()));

  @AfterEach
  void close() {
    venue.close();
  }

  private String call(String event) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (var payload = Events.open(event)) {
      function.handleRequest(payload, out, venue.context());
    }
    return out.toString(UTF_8);
  }

  @Test
  void fillsAStopAtTheTickOfTheMessageOnceHoweverOftenItComes() throws IOException {
    trading.buy(100);
    trading.rest(stop(9, Samples.reducing(MARKET, -40), "950"));
    trading.tick("949");

    assertThat(call("order-met.json")).isEqualTo("{\"batchItemFailures\":[]}");
    call("order-met.json");

    assertThat(trading.position().size()).isEqualTo(60);
    assertThat(trading.state().resting()).isEmpty();
    FuturesFill fill = trading.filled().getFirst();
    assertThat(fill.tick()).isEqualTo(2);
    assertThat(fill.filled()).isEqualTo(-40);
    FinishedOrder ended = trading.ended(9);
    assertThat(ended.end()).isEqualTo(End.SUCCEEDED);
    assertThat(ended.fill()).contains(fill.id());
  }

  @Test
  void aStopThatClosesItsPositionHasSucceededAndTakesTheOthersAlong() throws IOException {
    trading.buy(100);
    trading.rest(stop(9, Samples.closing(MARKET), "950"));
    trading.rest(stop(10, Samples.closing(MARKET), "940"));
    trading.tick("949");

    call("order-met.json");

    assertThat(trading.position().isFlat()).isTrue();
    assertThat(trading.state().resting()).isEmpty();
    assertThat(trading.ended(9).end()).isEqualTo(End.SUCCEEDED);
    assertThat(trading.ended(10).end()).isEqualTo(End.POSITION_CLOSED);
  }

  @Test
  void findsByItsScheduleWhatAMessageWasLostForEvenIfThePriceHasComeBack() throws IOException {
    trading.buy(100);
    trading.rest(stop(9, Samples.closing(MARKET), "950"));
    trading.tick("949");
    trading.tick("1000");

    call("minute.json");

    assertThat(trading.position().isFlat()).isTrue();
    assertThat(trading.filled().getFirst().tick()).isEqualTo(2);
    assertThat(trading.filled().getFirst().price().price()).isLessThan(Samples.number("949"));
  }

  @Test
  void leavesAloneWhatNoPriceHasMet() throws IOException {
    trading.buy(100);
    trading.rest(stop(9, Samples.closing(MARKET), "950"));
    trading.tick("951");

    call("order-met.json");
    call("minute.json");

    assertThat(trading.position().size()).isEqualTo(100);
    assertThat(trading.state().resting()).hasSize(1);
  }

  @Test
  void anOrderWhosePositionIsGoneIsGoneWithIt() throws IOException {
    trading.buy(100);
    trading.rest(stop(9, Samples.closing(MARKET), "950"));
    trading.close();
    assertThat(trading.ended(9).end()).isEqualTo(End.POSITION_CLOSED);
    trading.tick("949");

    call("order-met.json");

    assertThat(trading.position().isFlat()).isTrue();
    assertThat(trading.filled()).hasSize(2);
  }

  @Test
  void aLiquidationThatClosesThePositionTakesItsOrdersAlong() throws IOException {
    trading.buy(1000);
    trading.rest(
        new PriceOrder(
            9,
            Samples.closing(MARKET),
            Side.LONG,
            new Trigger(Trigger.Rule.AT_LEAST, Samples.number("1100")),
            Optional.empty(),
            1,
            TestVenue.NOW));
    trading.rest(stop(10, Samples.reducing(MARKET, -1), "950"));
    trading.tick("800");

    call("order-met.json");

    assertThat(trading.position().isFlat()).isTrue();
    assertThat(trading.ended(10).end()).isEqualTo(End.SUCCEEDED);
    assertThat(trading.ended(9).end()).isEqualTo(End.POSITION_CLOSED);
    assertThat(trading.state().resting()).isEmpty();
  }

  @Test
  void waitingOrdersFillAtTheFirstGoodTickWhateverItsPrice() throws IOException {
    trading.buy(100);
    trading.buyUnits(Side.LONG, "100");
    Tick degraded = trading.degraded();
    trading.rest(
        new WaitingOrder(909, Samples.reducing(MARKET, -40), degraded.sequence(), TestVenue.NOW));
    trading.rest(
        new WaitingUnitOrder(
            910,
            MARKET,
            new UnitOrder.SellFraction(MARKET + "_LONG", Samples.number("1"), Optional.empty()),
            degraded.sequence(),
            TestVenue.NOW));
    call("minute.json");
    assertThat(trading.position().size()).isEqualTo(100);
    Tick good = trading.tick("990");
    trading.tick("1000");

    call("minute.json");

    assertThat(trading.position().size()).isEqualTo(60);
    assertThat(trading.filled().getFirst().accepted().id()).isEqualTo(909);
    assertThat(trading.filled().getFirst().tick()).isEqualTo(good.sequence());
    assertThat(trading.ended(910).end()).isEqualTo(End.SUCCEEDED);
    assertThat(trading.state().holding(MARKET + "_LONG").orElseThrow().units())
        .isEqualByComparingTo("0");
  }

  @Test
  void twoWaitingOrdersForMoreThanThePositionCloseItAndDoNoMore() throws IOException {
    trading.buy(100);
    Tick degraded = trading.degraded();
    for (long id : new long[] {9, 10, 11}) {
      trading.rest(
          new WaitingOrder(id, Samples.reducing(MARKET, -60), degraded.sequence(), TestVenue.NOW));
    }
    trading.tick("1000");

    call("minute.json");

    assertThat(trading.position().isFlat()).isTrue();
    assertThat(trading.ended(9).end()).isEqualTo(End.SUCCEEDED);
    assertThat(trading.ended(10).end()).isEqualTo(End.SUCCEEDED);
    assertThat(trading.ended(11).end()).isEqualTo(End.POSITION_CLOSED);
  }
}
