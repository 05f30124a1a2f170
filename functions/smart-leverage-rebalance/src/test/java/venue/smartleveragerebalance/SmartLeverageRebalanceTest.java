package venue.smartleveragerebalance;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import venue.domain.Samples;
import venue.domain.market.Tick;
import venue.domain.smartleverage.Fund;
import venue.domain.smartleverage.Rebalance;
import venue.function.TestVenue;
import venue.store.CountingClient.Call;
import venue.store.MarketPage;
import venue.wire.Events;

class SmartLeverageRebalanceTest {
  private final TestVenue venue = new TestVenue();
  private final SmartLeverageRebalance function =
      new SmartLeverageRebalance(venue.environment(Map.of()));

  @AfterEach
  void close() {
    venue.close();
  }

  private MarketPage page() {
    return venue.markets().page("BTC_USDT").orElseThrow();
  }

  private Tick tick(String price) {
    Tick next = Samples.after(page().market(), page().tick().orElseThrow(), price, 5);
    return venue.markets().append(next).inForce().orElseThrow();
  }

  private String call(String event) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (var payload = Events.open(event)) {
      function.handleRequest(payload, out, venue.context());
    }
    return out.toString(UTF_8);
  }

  @Test
  void cutsTheFundThatIsOutOfItsBandOnceHoweverOftenTheMessageComes() throws IOException {
    Tick fallen = tick("500");
    assertThat(call("fund-out-of-band.json")).isEqualTo("{\"batchItemFailures\":[]}");
    call("fund-out-of-band.json");

    Fund cut = page().funds().getFirst();
    assertThat(cut.leverageAt(fallen)).isLessThan(Samples.number("1.5626"));
    List<Rebalance> rebalances = venue.markets().rebalances("BTC_USDT_LONG", 10);
    assertThat(rebalances).hasSize(1);
    assertThat(rebalances.getFirst().kind()).isEqualTo(Rebalance.Kind.CUT);
    assertThat(rebalances.getFirst().tick()).isEqualTo(2);
    assertThat(venue.markets().rebalances("BTC_USDT_SHORT", 10)).isEmpty();
  }

  @Test
  void aStoredRebalanceCanBeRecomputedFromItsInputs() throws IOException {
    tick("500");
    call("fund-out-of-band.json");
    Rebalance stored = venue.markets().rebalances("BTC_USDT_LONG", 1).getFirst();
    Rebalance again =
        Rebalance.due(
                stored.before(),
                page().market(),
                venue.markets().tick("BTC_USDT", stored.tick()).orElseThrow())
            .orElseThrow();
    assertThat(again.after().nav()).isEqualByComparingTo(stored.after().nav());
    assertThat(again.after().exposure()).isEqualByComparingTo(stored.after().exposure());
  }

  @Test
  void findsByItsScheduleWhatAMessageWasLostFor() throws IOException {
    tick("500");
    call("minute.json");
    assertThat(venue.markets().rebalances("BTC_USDT_LONG", 10)).hasSize(1);
  }

  @Test
  void aRebalanceIsOneTransactionOfTwoItemsHoweverManyHoldTheFund() throws IOException {
    tick("500");
    venue.counting().take();
    call("fund-out-of-band.json");
    List<Call> writes =
        venue.counting().take().stream()
            .filter(call -> call.kind().equals("transactWriteItems"))
            .toList();
    assertThat(writes).singleElement().extracting(Call::items).isEqualTo(2);
  }

  @Test
  void aMessageThatComesLateDoesNotActBackwards() throws IOException {
    tick("500");
    tick("950");
    call("fund-out-of-band.json");
    assertThat(venue.markets().rebalances("BTC_USDT_LONG", 10)).isEmpty();
  }

  @Test
  void leavesFundsAloneWithinTheirBands() throws IOException {
    tick("950");
    call("fund-out-of-band.json");
    assertThat(page().funds()).allMatch(fund -> fund.rebalances() == 1);
  }
}
